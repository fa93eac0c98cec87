"""Brings the translations up to date: finds every word of the program, fits the .ts files to them, compiles them.

The window's words are the arguments of ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP``; pyside6-lupdate would miss
those behind a conditional and those of a module's own ``_tr``, so they are read from the syntax tree. The core speaks
plain English; its sentences are found where they are made and listed in ``core.json``, by which the window knows them
again (`winnow.qt.core_words`). A report's texts come from their table. What is no longer said is dropped, what is new
stands as unfinished.

A text whose number decides its form (``tr(text, n=count)``) has as many forms as the language has. English has two:
its own file holds nothing but these texts, of which the plural is the text itself.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop" / "winnow"
FOLDER = ROOT / "desktop" / "resources" / "i18n"
FORMS = {"en": 2, "ko": 1}
"""How many forms a counted text has in each language."""
SOURCE_LANGUAGE = "en"
CORE = "Core"
"""The context of the core's sentences."""
REPORT = "Report"
"""The context of a report's texts, which stand in one table."""
_REPORT_TABLE = "exporting/report/words.py"
UNSAID = Path(__file__).with_name("unsaid.json")
"""Texts of the core that only look like sentences: markup, queries, the sample's captions, words of file formats."""

_CORE_LAYERS = ("app", "collect", "clustering", "training", "exporting", "store", "vision", "domain", "base")
_NOT_SHOWN = ("app/terminal", "exporting/report", "exporting/card.py", "exporting/predict.py", "exporting/boxes.py")
"""Parts of the core whose sentences go to a terminal or into a file, never into the window."""
_UNSAID_CALLS = {
    "ContractError",
    "counted",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "execute",
    "executemany",
    "compile",
}
_NAMING = {"domain/recipe_words.py", "domain/method.py", "vision/networks.py"}
"""Here single words are names that a person reads."""
_SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|PRAGMA|FROM|WHERE|AND|ORDER|JOIN|LEFT)\b")
_A_SENTENCE = re.compile(r"[A-Za-z]{2,}[^A-Za-z{]* .*[A-Za-z]{2,}|[a-z]{2,}.*\{\d\}|\{\d\}.* [a-z]{2,}", re.DOTALL)
_FEWEST_LETTERS = 5
"""With fewer a template would fit sentences that are not its own."""
_A_NAME = re.compile(r"[A-Z][A-Za-z-]{2,}|enough|off")

Message = tuple[str, str]  # context, English
_Found = tuple[Message, bool]  # and whether its form depends on a number


def window_words() -> Iterator[Message]:
    """Yield what the window says, in the order of the files."""
    return (message for message, _is_counted in _in_window())


def counted_words() -> set[Message]:
    """Return what of it has a form for one and another for several."""
    return {message for message, is_counted in _in_window() if is_counted}


def _in_window() -> Iterator[_Found]:
    for path in sorted((PACKAGE / "qt").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        yield from _in_class(tree, "", _own_context(tree))


def _own_context(tree: ast.Module) -> str:
    """Return the context of a module's own ``_tr``; "" where it has none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in {"_tr", "_said"}:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _called(call) == "translate":
                    return _literal(call.args[0])
    return ""


def _in_class(node: ast.AST, name: str, own: str) -> Iterator[_Found]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _said(child, name, own)
        yield from _in_class(child, child.name if isinstance(child, ast.ClassDef) else name, own)


def _said(call: ast.Call, class_name: str, own: str) -> Iterator[_Found]:
    called = _called(call)
    if called in {"translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"} and len(call.args) >= 2:
        context, words = _literal(call.args[0]), call.args[1]
    elif called == "tr" and isinstance(call.func, ast.Attribute) and call.args:
        context, words = class_name, call.args[0]
    elif called in {"tr", "_tr"} and call.args:
        context, words = own, call.args[0]
    else:
        return
    is_counted = called == "QT_TRANSLATE_N_NOOP" or any(one.arg == "n" for one in call.keywords)
    for text in _choices(words):
        if context and text:
            yield (context, text), is_counted


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _choices(node: ast.AST) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _choices(node.body) + _choices(node.orelse)
    return [_literal(node)]


def report_texts() -> Iterator[str]:
    """Yield what a report says, in the order of its table."""
    for node in ast.walk(ast.parse((PACKAGE / _REPORT_TABLE).read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            yield from map(_literal, node.values)


def all_messages() -> list[Message]:
    """Return all that has a translation."""
    own = ((REPORT, one) for one in report_texts())
    return [*window_words(), *((CORE, one) for one in core_sentences()), *own]


def core_sentences() -> list[str]:
    """Return what the core may say to a person: each a template with {0}, {1} … where something is put in."""
    unsaid = set(json.loads(UNSAID.read_text("utf-8")))
    return [text for text in _core_texts() if text not in unsaid]


def _core_texts() -> list[str]:
    found: dict[str, None] = {}
    for layer in _CORE_LAYERS:
        for path in sorted((PACKAGE / layer).rglob("*.py")):
            if path.relative_to(PACKAGE).as_posix().startswith(_NOT_SHOWN):
                continue
            tree = ast.parse(path.read_text("utf-8"))
            for text in (*_sentences(tree), *_units(tree), *_nouns(tree)):
                found[text] = None
            if path.relative_to(PACKAGE).as_posix() in _NAMING:
                found.update(dict.fromkeys(text for text in _texts(tree) if _A_NAME.fullmatch(text)))
    for path in sorted((PACKAGE / "qt").rglob("*.py")):
        for text in _own_errors(ast.parse(path.read_text("utf-8"))):
            found[text] = None
    return list(found)


def _own_errors(tree: ast.Module) -> Iterator[str]:
    """Yield what the window's own errors say: in English, as those of the core."""
    for node in ast.walk(tree):
        called = _called(node) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and called in {"__init__", "UserError", "OutsideError"}:
            for said in node.args:
                if isinstance(said, ast.JoinedStr | ast.Constant):
                    yield from _sentences(said)


def _units(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "Progress":
            units = node.args[2:3] + [one.value for one in node.keywords if one.arg == "unit"]
            yield from filter(None, map(_literal, units))


def _nouns(tree: ast.Module) -> Iterator[str]:
    """Yield both forms of the counted nouns, each with {n} for a number and nothing else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "counted":
            one, several = (*map(_literal, node.args[1:3]), "", "")[:2]
            if one:
                yield from (f"{{n}} {form}" for form in (one, several or one + "s"))


def _texts(tree: ast.Module) -> Iterator[str]:
    return filter(None, map(_literal, ast.walk(tree)))


def _sentences(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _called(node) in _UNSAID_CALLS:
        return
    if isinstance(node, ast.JoinedStr | ast.Constant):
        text = _template(node)
        letters = sum(map(str.isalpha, re.sub(r"\{\d+\}", "", text)))
        if letters >= _FEWEST_LETTERS and _A_SENTENCE.search(text) and not _SQL.match(text):
            yield text.strip()
        if isinstance(node, ast.JoinedStr):  # a sentence may be put into another
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _sentences(value.value)
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):  # a docstring
            yield from _sentences(child)


def _template(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        named = iter(range(99)) if isinstance(node.value, str) else iter(())
        return re.sub(r"\{[a-z_]+(:[^}]*)?\}", lambda _one: f"{{{next(named)}}}", _literal(node))
    parts, count = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            parts.append(f"{{{count}}}")
            count += 1
    return "".join(parts)


def _kept(language: str) -> dict[Message, list[str]]:
    path = FOLDER / f"{language}.ts"
    if not path.exists():
        return {}
    kept: dict[Message, list[str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            done = message.find("translation")
            if done is not None and done.get("type") != "unfinished":
                forms = [one.text or "" for one in done.iter("numerusform")] or [done.text or ""]
                kept[context.findtext("name", ""), message.findtext("source", "")] = forms
    return kept


def write(language: str, messages: list[Message], counted: set[Message], folder: Path) -> int:
    """Write the .ts file of *language* to *folder*, keeping what is translated; return how many are not."""
    kept = _kept(language)
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage=SOURCE_LANGUAGE)
    contexts: dict[str, ElementTree.Element] = {}
    lacking = 0
    for name, text in sorted(dict.fromkeys(messages)):
        context = contexts.get(name)
        if context is None:
            context = contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = name
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        done = ElementTree.SubElement(message, "translation")
        count = FORMS[language] if (name, text) in counted else 1
        forms = (kept.get((name, text), []) + [""] * count)[:count]
        if (name, text) in counted:
            message.set("numerus", "yes")
            if language == SOURCE_LANGUAGE:
                forms[-1] = text
            for form in forms:
                ElementTree.SubElement(done, "numerusform").text = form
        else:
            done.text = forms[0]
        if not all(forms):
            done.set("type", "unfinished")
            lacking += 1
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, "unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    (folder / f"{language}.ts").write_text(f"{head}{body}\n", "utf-8")
    return lacking


def compile_words(language: str, folder: Path) -> None:
    """Compile the .ts file of *language* in *folder* beside it."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    made = [str(tool), "-silent", str(folder / f"{language}.ts"), "-qm", str(folder / f"{language}.qm")]
    subprocess.run(made, check=True)


def main() -> int:
    """Bring all up to date and say what lacks a translation."""
    sentences = core_sentences()
    text = json.dumps(sorted(sentences), ensure_ascii=False, indent=0)
    (FOLDER / "core.json").write_text(text + "\n", "utf-8")
    messages, counted = all_messages(), counted_words()
    for language in FORMS:
        its = [one for one in messages if language != SOURCE_LANGUAGE or one in counted]
        lacking = write(language, its, counted, FOLDER)
        compile_words(language, FOLDER)
        print(f"{language}: {len(set(its))} texts, {lacking} not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
