"""Nothing grows until nobody can read it."""

from __future__ import annotations

import ast

MODULE_LINES, CLASS_LINES, PUBLIC_METHODS, WINDOW_LINES = 400, 300, 20, 250

EXCEPTIONS: dict[str, str] = {}
"""A module's path, or ``path:Class``, and why it may be larger."""


def test_modules_stay_short(modules):
    long = {
        name: lines
        for name, (text, _) in modules.items()
        if (lines := text.count("\n")) > (WINDOW_LINES if name == "qt/main_window.py" else MODULE_LINES)
        and name not in EXCEPTIONS
    }
    assert not long


def test_classes_stay_small(modules):
    large = {}
    for name, (_, tree) in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and f"{name}:{node.name}" not in EXCEPTIONS:
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                public = [one.name for one in node.body if _is_public_method(one)]
                if lines > CLASS_LINES or len(public) > PUBLIC_METHODS:
                    large[f"{name}:{node.name}"] = (lines, len(public))
    assert not large


def test_every_exception_is_still_needed_and_has_a_reason(modules):
    for place, reason in EXCEPTIONS.items():
        assert place.split(":")[0] in modules
        assert reason


def _is_public_method(node: ast.stmt) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_")
