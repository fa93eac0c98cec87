"""What holds for every test: its own home, no network but loopback, nothing left behind, no unexpected warning."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
"""Threads of numerical libraries that spin while they wait take the cores from the tests beside them."""

_PATIENCE_S = 10.0
"""How long a thread or a child that was told to end may take."""


def pytest_collection_finish() -> None:
    """Look for cycles only among what tests make: the modules that all of them import are half a million objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """What pytest-qt makes the application of all tests of."""
    from winnow.qt.application import Application

    return Application


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache folder of all tests: a network is prepared once in a session."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test, so that none sees the person's preferences or another test's."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(shared_cache))
    return folder


class OutsideReached(AssertionError):
    """A test tried to reach a machine other than this one."""


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Refuse every connection that leaves this machine."""

    def guarded(connect: Any) -> Any:
        def checked(self: socket.socket, address: Any, *rest: Any) -> Any:
            here = isinstance(address, (str, bytes)) or str(address[0]) in ("127.0.0.1", "::1", "localhost")
            if not here:
                raise OutsideReached(f"a test tried to reach {address}")
            return connect(self, address, *rest)

        return checked

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        yield


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Ask for this where warnings in the log are what the test is about, and check them in it."""
    caplog.set_level(logging.DEBUG, "winnow")
    return caplog


@pytest.fixture
def inline() -> Iterator[None]:
    """See `app.inline.inlined`."""
    from app.inline import inlined  # it loads torch and scikit-learn, which most tests do without

    with inlined():
        yield


class _Warnings(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which Winnow logged a warning, unless it asked for `quiet`."""
    root = logging.getLogger("winnow")
    before, level = list(root.handlers), root.level
    watch = _Warnings()
    root.addHandler(watch)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    if watch.words and "quiet" not in request.fixturenames:
        pytest.fail("logged unexpectedly: " + "; ".join(watch.words))


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window, a thread that would keep the program alive, or a child process."""
    widgets, threads, children = set(_windows()), set(threading.enumerate()), set(_children())
    yield
    left = [f"window {name}" for name in _new_windows(widgets)]
    for thread in set(threading.enumerate()) - threads:
        if not thread.daemon:
            thread.join(_PATIENCE_S)
            left += [f"thread {thread.name}"] if thread.is_alive() else []
    _, alive = psutil.wait_procs(set(_children()) - children, timeout=_PATIENCE_S)
    left += [f"process {process.pid}: {' '.join(process.cmdline())}" for process in alive]
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _children() -> list[psutil.Process]:
    """Return this process's children; the interpreter's own trackers of shared memory do not count."""
    return [child for child in psutil.Process().children() if not _is_tracker(child)]


def _is_tracker(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE or "resource_tracker" in " ".join(process.cmdline())
    except psutil.Error:
        return True


def _windows() -> dict[int, str]:
    """Return the top-level widgets by address; none, and no toolkit loaded, where the tests have no window."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    import shiboken6

    return {
        shiboken6.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()}".strip()
        for widget in widgets.QApplication.topLevelWidgets()
        # Qt keeps the last tooltip, and pyqtgraph the hidden menus of its plots.
        if widget.isVisible() or widget.metaObject().className() not in ("QTipLabel", "QMenu")
    }


def _new_windows(before: set[int]) -> list[str]:
    if not set(_windows()) - before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # what only a window that is deleted now kept alive
    return [name for address, name in _windows().items() if address not in before]
