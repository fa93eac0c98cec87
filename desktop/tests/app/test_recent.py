"""The list of recent projects, which every open window writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from winnow.app.recent import remember, remembered
from winnow.app.session import Session
from winnow.base.lock import AlreadyOpen, Lock
from winnow.base.paths import settings_folder


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[list[Session]]:
    made = [Session.create(tmp_path / f"{name}.winnow") for name in ("one", "other")]
    yield made
    for session in made:
        session.close()


def test_windows_that_write_it_at_once_lose_nothing(sessions: list[Session]) -> None:
    def write(session: Session, room: str) -> None:
        for _ in range(10):
            remember(session, room)

    windows = [threading.Thread(target=write, args=(one, room)) for one, room in zip(sessions, "ab", strict=True)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    expected = {(str(session.layout.folder), room) for session, room in zip(sessions, "ab", strict=True)}
    assert {(one.path, one.room) for one in remembered()} == expected


def test_it_waits_for_another_window_and_not_for_ever(sessions: list[Session], monkeypatch: pytest.MonkeyPatch) -> None:
    settings_folder().mkdir(parents=True, exist_ok=True)
    other_window = Lock(settings_folder() / "recent.lock")
    waiting = threading.Thread(target=remember, args=(sessions[0], "sort"))
    waiting.start()
    waiting.join(0.2)
    assert remembered() == []
    other_window.release()
    waiting.join()
    assert [one.room for one in remembered()] == ["sort"]

    monkeypatch.setattr("winnow.app.recent._PATIENCE_S", 0.05)
    other_window = Lock(settings_folder() / "recent.lock")
    with pytest.raises(AlreadyOpen):
        remember(sessions[0])
    other_window.release()
