"""Collect: what is dropped, pasted or asked for arrives; what does not come through is accounted for."""

from __future__ import annotations

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from winnow.app.session import Session
from winnow.qt.bridge import Bridge
from winnow.qt.rooms.collect.funnel import FunnelRow
from winnow.qt.rooms.collect.request_pane import PagesForm
from winnow.qt.rooms.collect.room import CollectRoom
from winnow.qt.rooms.collect.source_card import SourceCard
from winnow.qt.widgets.chip import Chip
from winnow.qt.widgets.offered import offered_by

WAIT_MS = 20_000


@pytest.fixture
def bridge(tmp_path: Path, theme: object):
    made = Bridge(Session.create(tmp_path / "collect.winnow"))
    yield made
    made.close()


@pytest.fixture
def room(bridge: Bridge, qtbot) -> CollectRoom:
    made = CollectRoom(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.enter()
    return made


def picture(seed: int) -> bytes:
    stream = io.BytesIO()
    noise = np.random.default_rng(seed).integers(0, 255, (90, 120, 3), dtype=np.uint8)
    Image.fromarray(noise).save(stream, "PNG")
    return stream.getvalue()


class Site(BaseHTTPRequestHandler):
    """A page with twelve pictures: one is gone, one is behind robots.txt; *gate* lets the others through."""

    gate = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self._say(b"User-agent: *\nDisallow: /private/\n", "text/plain")
        elif self.path == "/":
            names = [*(f"/cats/{number}.png" for number in range(10)), "/private/x.png", "/gone.png"]
            tags = "".join(f'<img src="{name}" alt="a cat">' for name in names)
            self._say(f"<title>Cats</title>{tags}".encode(), "text/html")
        elif self.path.startswith("/cats/"):
            number = int(self.path.rpartition("/")[2].removesuffix(".png"))
            if number >= 4:
                self.gate.wait(10)
            self._say(picture(number), "image/png")
        else:
            self.send_error(404)

    def _say(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def site():
    Site.gate.set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    Site.gate.set()
    server.shutdown()
    server.server_close()
    thread.join()


def folder_of(tmp_path: Path, name: str, seed: int, count: int) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.png").write_bytes(picture(seed * 100 + number))
    return folder


def words_of(room: CollectRoom) -> list[str]:
    return [label.text() for label in room.inspector.findChildren(QLabel) if label.isVisible()]


def links_of(room: CollectRoom) -> list[str]:
    return [button.text() for button in room.inspector.findChildren(QPushButton) if button.isVisible()]


def shown(room: CollectRoom) -> list[str]:
    return [label.text() for label in room.toolbar.findChildren(QLabel)]


def card_of(room: CollectRoom, number: int = 1) -> SourceCard:
    return next(card for card in room.sources_pane.cards if card.source_id == number)


def state_of(room: CollectRoom) -> str:
    return card_of(room).findChild(Chip).text() if room.sources_pane.cards else ""


def row_called(room: CollectRoom, name: str) -> FunnelRow:
    return next(row for row in room.funnel.rows if row.name == name)


def ask_for_pages(room: CollectRoom, address: str, qtbot) -> None:
    room.adding.add_pages()
    form = room.request_pane.form
    assert isinstance(form, PagesForm)
    qtbot.keyClicks(form.addresses, address)
    qtbot.mouseClick(form.private, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(room.request_pane.start_button, Qt.MouseButton.LeftButton)


def test_dropped_folders_arrive_with_a_reason_for_what_falls_out(room: CollectRoom, tmp_path: Path, qtbot) -> None:
    first = folder_of(tmp_path, "first", 1, 5)
    (first / "twin.png").write_bytes((first / "0.png").read_bytes())
    (first / "page.jpg").write_text("<html>no picture</html>")
    room.import_paths([first, folder_of(tmp_path, "second", 2, 3)])
    qtbot.waitUntil(lambda: len(room.grid.rows) == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "8 kept of 10 found in 2 sources" in shown(room), timeout=WAIT_MS)
    # Widgets that were just laid out are shown by the next event.
    qtbot.waitUntil(lambda: {"Exact duplicate", "Not an image"} <= set(words_of(room)))
    qtbot.mouseClick(card_of(room, 2), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 3, timeout=WAIT_MS)
    assert "Exact duplicate" not in words_of(room)


def test_an_empty_project_says_what_to_do(room: CollectRoom, qtbot) -> None:
    said = [label for label in room.findChildren(QLabel) if label.text() == "No pictures yet"]
    qtbot.waitUntil(lambda: any(label.isVisible() for label in said), timeout=WAIT_MS)


def test_a_page_is_asked_for_in_the_pane_and_its_pictures_arrive(room: CollectRoom, site: str, qtbot) -> None:
    ask_for_pages(room, site, qtbot)
    qtbot.waitUntil(lambda: state_of(room) == "Done", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(room.grid.rows) == 10, timeout=WAIT_MS)
    assert "10 kept of 12 found in 1 source" in shown(room)
    assert {"Blocked by robots.txt", "HTTP 404"} <= set(words_of(room))
    qtbot.mouseClick(row_called(room, "HTTP 404"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.fallen.isVisible, timeout=WAIT_MS)
    assert [item.address for item in room.fallen.items] == [f"{site}gone.png"]
    qtbot.mouseClick(row_called(room, "Kept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.grid.isVisible, timeout=WAIT_MS)
    room.grid.setFocus()
    qtbot.keyClick(room.grid, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: "Selected image" in words_of(room), timeout=WAIT_MS)
    # What was just laid out is shown by the next event.
    qtbot.waitUntil(lambda: site.removeprefix("http://") in links_of(room), timeout=WAIT_MS)


def test_a_form_that_lacks_something_says_so_and_starts_nothing(room: CollectRoom, qtbot) -> None:
    room.adding.add_search()
    qtbot.mouseClick(room.request_pane.start_button, Qt.MouseButton.LeftButton)
    assert "Type what to search for." in words_of(room)
    assert not room.sources_pane.cards


def test_a_crawl_is_held_and_goes_on(room: CollectRoom, site: str, qtbot) -> None:
    Site.gate.clear()
    ask_for_pages(room, site, qtbot)
    qtbot.waitUntil(lambda: bool(room.sources_pane.cards) and state_of(room) == "Running", timeout=WAIT_MS)
    qtbot.waitUntil(card_of(room).pause_button.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(card_of(room).pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state_of(room) == "Paused", timeout=WAIT_MS)
    Site.gate.set()
    qtbot.mouseClick(card_of(room).go_on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state_of(room) == "Done" and len(room.grid.rows) == 10, timeout=WAIT_MS)


def test_a_card_is_removed_and_brought_back_and_its_pictures_stay(room: CollectRoom, tmp_path: Path, qtbot) -> None:
    room.import_paths([folder_of(tmp_path, "first", 1, 3)])
    qtbot.waitUntil(lambda: state_of(room) == "Done" and len(room.grid.rows) == 3, timeout=WAIT_MS)
    qtbot.mouseClick(card_of(room).remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.sources_pane.cards, timeout=WAIT_MS)
    assert len(room.grid.rows) == 3
    assert room.grid.isVisible()
    room._bridge.undo()
    qtbot.waitUntil(lambda: len(room.sources_pane.cards) == 1, timeout=WAIT_MS)


def test_pasted_pictures_arrive_and_what_is_none_is_said(room: CollectRoom, qtbot) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(picture(7)))
    room.take(offered_by(data))
    qtbot.waitUntil(lambda: len(room.grid.rows) == 1, timeout=WAIT_MS)
    pixels = QMimeData()
    image = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    for edge in (80, 60):  # the second comes before the first is encoded
        pixels.setImageData(image.scaled(edge, 60))
        room.take(offered_by(pixels))
    qtbot.waitUntil(lambda: len(room.grid.rows) == 3, timeout=WAIT_MS)
    room.take(offered_by(QMimeData()))
    assert any("Nothing of use" in words for words in shown(room))


def test_the_user_agent_is_kept(room: CollectRoom, qtbot, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    qtbot.mouseClick(room.rules_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(room.rules_pane.user_agent, "Kim (kim@example.org)")
    qtbot.keyClick(room.rules_pane.user_agent, Qt.Key.Key_Return)
    kept = tmp_path / "config" / "winnow" / "preferences.json"
    qtbot.waitUntil(lambda: kept.exists() and "kim@example.org" in kept.read_text(), timeout=WAIT_MS)


def test_pasted_links_become_sources_of_their_kinds(room: CollectRoom, site: str, qtbot) -> None:
    data = QMimeData()
    data.setText(f"{site}cats/1.png {site} https://drive.google.com/drive/folders/x?usp=sharing")
    found = offered_by(data)
    asked: list[object] = []
    room.collecting.collect = asked.append
    room.take(found)
    assert [type(wish).__name__ for wish in asked] == ["AddressesWish", "PagesWish", "DriveWish"]
