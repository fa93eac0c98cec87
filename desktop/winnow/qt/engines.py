"""Where heavy work can be done, as the rooms offer it."""

from __future__ import annotations

import importlib.util

from PySide6.QtCore import QCoreApplication

from winnow.app.engine.choice import LOCAL, RAY
from winnow.app.preferences import preferences


def engines() -> tuple[tuple[str, str], ...]:
    """Return (engine, words): this computer, and the clusters that are installed and preferred."""
    return (LOCAL, _tr("This computer")), *clusters()


def clusters() -> tuple[tuple[str, str], ...]:
    """Return (engine, words) of all but this computer; nothing where Ray is not installed."""
    if importlib.util.find_spec("ray") is None:
        return ()
    wanted = preferences().engine
    there = ((wanted, _tr("Cluster {0}").format(wanted)),) if wanted else ()
    return ((RAY, _tr("All cores, by Ray")), *there)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Engines", words)
