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

_COUNTED = re.compile(r"\{\d+\} ((?:[a-z-]+ ){0,2}?)([a-z-]+s)\b")
"""A number, at most two words, and one that looks like a plural."""
_MEASURES = "bytes characters hours megapixels nats pixels points seconds times"
_VERBS = (
    "asks belongs comes compares differs does exists finds gives goes has is knows leads lies lists names prefers "
    "reads repeats shows takes was are learned"
)
_OTHERS = "address all already as at during for in less like of on or servers that the these this to two without"
_NOT_COUNTED = frozenset(f"{_MEASURES} {_VERBS} {_OTHERS}".split())
"""Words that follow a slot which is no count, or measures that are never one."""
_NEVER_ONE = (
    "'{0}' is in",
    "About {0} and {1} of memory",
    "Check failed: {0} cannot be learned by heart",
    "Each of the {0} training pictures",
    "In the last {0} epochs",
    "Noise scale",
    "The features of",
    "The network only guesses",
    "To come to an end in minutes",
    "at most {0} files",
    "it gives {0} {1} numbers",
    "it has more than {0} scans",
    "only its first",
    "{0} clusters: ",
    "{0} folds cannot be made",
    "{0} gives at most {1} pictures",
    "{0} has fewer than {1} pictures",
    "{0} images were clustered",
    "{0} is more than an eighth",
    "{0} of {1} failed when it was built",
    "{0} restarts: ",
    "{0} workers learn together",
    "{0} x {1} tiles",
    "{0}: one group of",
    "{0}; of {1} classes",
)
"""Beginnings of texts whose number is a limit, or two at least."""


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
    return set(words.all_messages())


@pytest.fixture(scope="module")
def counted(words: ModuleType) -> set[tuple[str, str]]:
    """What of it has one form for one and another for several."""
    return words.counted_words()


def _read(language: str) -> dict[tuple[str, str], list[str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): [
            form.text or ""
            for form in message.findall("translation/numerusform") or message.findall("translation")
            if message.find("translation[@type='unfinished']") is None
        ]
        for context in Xml.parse(resource("i18n", f"{language}.ts")).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def translated() -> dict[tuple[str, str], str]:
    """What is translated."""
    return {message: forms[0] if forms else "" for message, forms in _read("ko").items()}


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


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_compiled_is_what_is_written(words, tmp_path, language):
    (tmp_path / f"{language}.ts").write_bytes(resource("i18n", f"{language}.ts").read_bytes())
    words.compile_words(language, tmp_path)
    compiled = (tmp_path / f"{language}.qm").read_bytes()
    assert compiled == resource("i18n", f"{language}.qm").read_bytes(), "run 'poe words'"


def test_counted_texts_have_a_form_for_one_of_their_own(counted):
    forms = _read("en")
    assert set(forms) == counted, "run 'poe words'"
    wrong = [text for (_context, text), (one, several) in forms.items() if one == text or several != text]
    assert not wrong, "these need a singular in en.ts"
    slots = [
        (one, several) for one, several in forms.values() if not set(_SLOT.findall(one)) <= set(_SLOT.findall(several))
    ]
    assert not slots


def test_every_counted_noun_has_a_singular(said, counted):
    """What follows a number is counted (``n=`` in the window, ``counted`` below it) or known to be no count."""
    found = [
        text
        for context, text in sorted(said - counted)
        for between, noun in _COUNTED.findall(text)
        if not {noun, *between.split()} & _NOT_COUNTED and not text.startswith(_NEVER_ONE)
    ]
    assert not found


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
