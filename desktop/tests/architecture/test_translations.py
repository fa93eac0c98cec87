"""Every word has its translation, of the same arguments, and what is compiled is what is written."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import ModuleType

import pytest

from winnow.base.paths import resource

_SLOT = re.compile(r"\{[^{}]*\}|%n|%\d")
_HANGUL = re.compile(r"[가-힣]")
_LIKE_LATIN = 0.1
"""At most so much of the texts is the same in Korean: names of formats, methods and measures."""


@pytest.fixture(scope="module")
def words() -> ModuleType:
    """The tool that brings translations up to date."""
    path = Path(__file__).resolve().parents[3] / "packaging" / "words.py"
    spec = importlib.util.spec_from_file_location("packaging_words", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def said(words: ModuleType) -> set[tuple[str, str]]:
    """What the program says now."""
    return {*words.window_words(), *((words.CORE, one) for one in words.core_sentences())}


@pytest.fixture(scope="module")
def translated() -> dict[tuple[str, str], str]:
    """What is translated."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in Xml.parse(resource("i18n", "ko.ts")).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_has_a_translation(said, translated):
    assert not [one for one in sorted(said) if not translated.get(one)], "run 'poe words' and translate these"


def test_no_translation_is_of_a_text_that_is_not_said(said, translated):
    assert not sorted(set(translated) - said), "run 'poe words'"


def test_translations_take_the_arguments_of_the_english(translated):
    wrong = [
        (source, text)
        for (_context, source), text in translated.items()
        if set(_SLOT.findall(source)) != set(_SLOT.findall(text))
    ]
    assert not wrong


def test_translations_are_in_korean(translated):
    latin = [source for (_context, source), text in translated.items() if not _HANGUL.search(text)]
    assert len(latin) < _LIKE_LATIN * len(translated)
    assert not [one for one in latin if len(re.findall(r"[a-z]{3,}", one)) > 3]


def test_the_core_s_templates_are_those_that_it_says(words):
    assert json.loads(resource("i18n", "core.json").read_text("utf-8")) == sorted(words.core_sentences())


def test_what_is_compiled_is_what_is_written(words, tmp_path):
    (tmp_path / "ko.ts").write_bytes(resource("i18n", "ko.ts").read_bytes())
    words.compile_words("ko", tmp_path)
    assert (tmp_path / "ko.qm").read_bytes() == resource("i18n", "ko.qm").read_bytes(), "run 'poe words'"


def test_words_are_found_wherever_they_stand(words, tmp_path, monkeypatch):
    source = """
class Box(QWidget):
    def fill(self):
        self.show(self.tr("One") if self.one else self.tr("Many"))
        self.show(self.tr("Open" if self.open else "Closed"))
def _tr(words):
    return QCoreApplication.translate("Own", words)
def outside():
    return _tr("By itself"), QT_TRANSLATE_NOOP("Named", "By a name")
"""
    (tmp_path / "qt").mkdir()
    (tmp_path / "qt" / "box.py").write_text(source)
    monkeypatch.setattr(words, "PACKAGE", tmp_path)
    assert set(words.window_words()) == {
        ("Box", "One"),
        ("Box", "Many"),
        ("Box", "Open"),
        ("Box", "Closed"),
        ("Own", "By itself"),
        ("Named", "By a name"),
    }
