"""Where the window stood, how large it was and how its panels lay: kept for the next start, in the settings folder."""

from __future__ import annotations

import json
import logging

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtWidgets import QSplitter

from winnow.base.files import write_atomically
from winnow.base.paths import settings_folder
from winnow.qt.main_window import MainWindow

log = logging.getLogger(__name__)

_FILE = "window.json"
_INSPECTOR, _LOOKS = ".inspector", ".looks"


class KeptLayout(QObject):
    """Puts the window back as it was, and each room's panels when it is made; keeps both when the window closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept = _read()
        geometry = self._kept.get("window", "")
        if geometry:
            window.restoreGeometry(QByteArray(bytes.fromhex(geometry)))
        window.room_made.connect(self._lay_out)
        window.inspector_toggled.connect(self._take_inspector)
        window.closing.connect(self.keep)

    @Slot()
    def keep(self) -> None:
        """Write how everything lies now."""
        self._kept["window"] = bytes(self._window.saveGeometry().data()).hex()
        try:
            write_atomically(settings_folder() / _FILE, json.dumps(self._kept).encode())
        except OSError as error:
            log.info("the window's place was not kept: %s", error)

    @Slot(str)
    def _lay_out(self, key: str) -> None:
        room = self._window.room(key)
        wanted = self._kept.get(f"{key}{_INSPECTOR}", "")
        if wanted and room.inspector is not None:
            room.inspector.setVisible(wanted == "open")
        if looks := self._kept.get(f"{key}{_LOOKS}", ""):
            room.look_as_before(looks)
        room.setObjectName(key)
        room.looks_changed.connect(self._take_looks)
        for at, splitter in enumerate(room.findChildren(QSplitter)):
            splitter.setObjectName(f"{key}.splitter.{at}")
            state = self._kept.get(splitter.objectName(), "")
            if state:
                splitter.restoreState(QByteArray(bytes.fromhex(state)))
            splitter.splitterMoved.connect(self._take_splitter)

    @Slot(str, bool)
    def _take_inspector(self, key: str, is_open: bool) -> None:
        self._kept[f"{key}{_INSPECTOR}"] = "open" if is_open else "closed"

    @Slot(str)
    def _take_looks(self, looks: str) -> None:
        room = self.sender()
        if room is not None:
            self._kept[f"{room.objectName()}{_LOOKS}"] = looks

    @Slot()
    def _take_splitter(self, _position: int = 0, _index: int = 0) -> None:
        splitter = self.sender()
        if isinstance(splitter, QSplitter):
            self._kept[splitter.objectName()] = bytes(splitter.saveState().data()).hex()


def _read() -> dict[str, str]:
    """Return what was kept; nothing where the file is missing or not as it was written."""
    try:
        found = json.loads((settings_folder() / _FILE).read_text("utf-8"))
        texts = {str(name): value for name, value in found.items() if isinstance(value, str)}
        for name, value in texts.items():
            if not name.endswith((_INSPECTOR, _LOOKS)):
                bytes.fromhex(value)
    except (OSError, ValueError, AttributeError):
        return {}
    return texts
