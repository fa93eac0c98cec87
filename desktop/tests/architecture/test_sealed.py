"""No code path in training can read the test part."""

from __future__ import annotations

import ast

_OPENING = {"app/pipelines/testing.py", "app/pipelines/training.py", "app/pipelines/explaining.py"}
"""May ask for the rows of test, under an opening that was logged before."""

_WHOLE = {"app/pipelines/exporting.py", "app/pipelines/explaining.py"}
"""May ask for all rows: the person's own data set, and single pictures that they look at."""


def _names(tree: ast.AST) -> set[str]:
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_training_code_knows_neither_parts_nor_the_project(modules):
    forbidden = ("winnow.domain.split", "winnow.store", "winnow.app")
    knowing = [
        f"{name}: {used}"
        for name, (_, tree) in modules.items()
        if name.startswith("training/")
        for used in _names(tree)
        if used.startswith(forbidden)
    ]
    assert knowing == []


def test_only_what_opens_the_seal_asks_for_the_rows_of_test(modules):
    asking = {name: _names(tree) for name, (_, tree) in modules.items() if name.startswith("app/pipelines/")}
    assert {name for name, used in asking.items() if "winnow.app.queries.samples.opened" in used} <= _OPENING
    assert {name for name, used in asking.items() if "winnow.app.queries.samples.labelled" in used} <= _WHOLE


def test_only_the_store_and_one_query_break_the_seal(modules):
    breaking = {name for name, (_, tree) in modules.items() if "opened_test" in _names(tree)}
    assert breaking <= {"app/queries/samples.py", "store/splits.py"}
