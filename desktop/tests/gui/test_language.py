"""The window in another language: at once, everywhere, also in the core's sentences."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from gui.projects import make_session
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from winnow.app.jobs import Job
from winnow.app.preferences import Preferences, preferences, use
from winnow.base.outcomes import Progress, Steps
from winnow.base.paths import resource
from winnow.domain.recipe import Recipe, RecipeKind
from winnow.domain.recipe_words import DataFacts, explained
from winnow.qt.controller import Controller
from winnow.qt.core_words import core_words
from winnow.qt.counting import counted
from winnow.qt.figures import THIN_SPACE
from winnow.qt.language import LANGUAGES, Language, language_for
from winnow.qt.one_window import OneWindow
from winnow.qt.start import ROOMS
from winnow.qt.words import command_words
from winnow.store.errors import LabelInUse, NotAProject, ProjectDamaged

WAIT_MS = 30_000
HANGUL = re.compile(r"[가-힣]")
ENGLISH_WORD = re.compile(r"\b(the|and|with|from|your|pictures?|images?|label|frames?)\b", re.IGNORECASE)


@pytest.fixture
def language(theme: object, qapp: QApplication) -> Iterator[Language]:
    before = QLocale()
    made = Language(qapp, "en")
    yield made
    made.choose("en")
    QLocale.setDefault(before)
    made.setParent(None)


@pytest.fixture
def shown(language: Language, qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[OneWindow]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = OneWindow(partial(Controller, ROOMS), language)
    yield made
    made.controller.close_project()
    made.controller.window.hide()
    made.controller.window.deleteLater()
    use(Preferences())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with make_session(tmp_path_factory.mktemp("language"), per_label=6) as session:
        return session.layout.folder


def opened(shown: OneWindow, qtbot, project: Path) -> Controller:
    controller = shown.controller
    controller.window.resize(1280, 800)
    with qtbot.waitSignal(controller.project_opened, timeout=WAIT_MS):
        controller.show(project)
    return controller


def test_another_language_holds_at_once_in_the_same_room(shown: OneWindow, qtbot, project: Path) -> None:
    first = opened(shown, qtbot, project)
    first.window.show_room("split")
    first.pages.show_preferences()
    first.pages.choose_language("ko")
    qtbot.waitUntil(lambda: shown.controller is not first)
    second = shown.controller
    qtbot.waitUntil(lambda: second.pages.shows_preferences, timeout=WAIT_MS)
    second.window.close_page()
    assert second.window.room_key == "split"
    assert second.bridge is not None
    assert second.bridge.session.layout.folder == project
    assert second.window.rail.item("sort").text() == "정리"
    assert preferences().language == "ko"


def test_while_a_job_runs_the_window_stays(shown: OneWindow, qtbot, project: Path) -> None:
    controller = opened(shown, qtbot, project)
    assert controller.bridge is not None
    go_on = threading.Event()

    def waiting() -> Steps:
        go_on.wait(WAIT_MS / 1000)
        yield Progress(1, 1)

    job = controller.bridge.jobs.start(Job("Waiting", waiting))
    controller.pages.choose_language("ko")
    QApplication.processEvents()
    assert shown.controller is controller
    assert controller.window.rail.item("sort").text() == "Sort"
    assert preferences().language == "ko", "kept for the next start"
    box = next(one for one in controller.window.children() if type(one).__name__ == "QMessageBox")
    assert "next time" in box.text()
    box.close()
    with qtbot.waitSignal(job.ended, timeout=WAIT_MS):
        go_on.set()


def test_a_language_that_there_is_not_is_the_system_s_or_english() -> None:
    assert language_for("ko") == "ko"
    assert language_for("xx") in [code for code, _name in LANGUAGES]


@pytest.mark.parametrize(
    "error",
    [
        NotAProject(Path("/of mine/and yours"), "there is no such folder"),
        ProjectDamaged(Path("/some/where.winnow"), "3 rows"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_speak_it_with_their_own_parts(language: Language, error: Exception) -> None:
    assert core_words(str(error)) == str(error), "English is as the core says it"
    language.choose("ko")
    said = core_words(str(error))
    assert HANGUL.search(said)
    assert str(error.path) in said  # type: ignore[attr-defined]
    assert core_words("Something nobody has written down.") == "Something nobody has written down."


def test_a_reason_within_a_sentence_is_translated_too(language: Language) -> None:
    language.choose("ko")
    said = core_words(str(NotAProject(Path("/a"), "there is no such folder")))
    assert QCoreApplication.translate("Core", "there is no such folder") in said


@pytest.mark.parametrize("kind", RecipeKind, ids=lambda kind: kind.value)
def test_all_that_is_said_of_a_recipe_is_in_it(language: Language, kind: RecipeKind) -> None:
    language.choose("ko")
    for field in explained(Recipe(kind=kind), DataFacts(400, 80, (("cat", 100), ("dog", 300)), 200)):
        said = core_words(field.words)
        assert HANGUL.search(said), field.name
        assert not ENGLISH_WORD.search(said), said


def test_every_sentence_of_the_core_is_told_apart_from_the_others(language: Language) -> None:
    language.choose("ko")
    wrong = []
    for template in json.loads(resource("i18n", "core.json").read_text("utf-8")):
        parts = [f"<{at}>" for at in range(len(re.findall(r"\{\d+\}", template)))]
        said = QCoreApplication.translate("Core", template)
        if core_words(template.format(*parts, n=4)) != said.format(*parts, n=4):
            wrong.append((template, core_words(template.format(*parts, n=4))))
    assert not wrong


def test_what_follows_a_sentence_is_not_taken_for_its_last_part(language: Language) -> None:
    language.choose("ko")
    first, second = "Measured power 0.50 (0.40–0.60): nearer the square root.", "Too few batches of 16."
    said = core_words(f"{first} {second}")
    assert said.startswith(core_words(first)), said
    assert HANGUL.search(core_words(first))
    error = NotAProject(Path("/a. B/c"), "there is no such folder")
    assert "/a. B/c" in core_words(str(error)), "a path may look like the end of a sentence"
    assert HANGUL.search(core_words(str(error)))


def test_one_thing_has_its_singular_and_several_their_plural(language: Language) -> None:
    assert [counted(count, "images") for count in (0, 1, 2, 1200)] == [
        "0 images",
        "1 image",
        "2 images",
        f"1{THIN_SPACE}200 images",
    ]
    assert command_words("RejectImages", 1) == "Reject 1 image"
    assert command_words("RejectImages", 3) == "Reject 3 images"
    language.choose("ko")
    assert counted(1, "images") == "이미지 1장"
    assert command_words("RejectImages", 3) == command_words("RejectImages", 1).replace("1", "3")


@pytest.mark.parametrize("count", [1, 12])
def test_a_counted_noun_in_a_sentence_of_the_core_is_translated(language: Language, count: int) -> None:
    language.choose("ko")
    said = core_words(str(LabelInUse("cat", count)))
    assert f"이미지나 프레임 {count}개" in said
    assert "picture" not in said
