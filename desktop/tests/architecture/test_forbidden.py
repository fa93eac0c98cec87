"""What no part of the program does."""

from __future__ import annotations

import ast

import pytest

_PRINTING = ("cli/", "app/terminal/")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("pickle.load", "a pickle from outside runs code"),
        ("weights_only=False", "a weights file from outside runs code"),
        ("_current_frames", "who holds a frame keeps its painter alive; faulthandler tells the calls without"),
        (".terminate()", "a killed thread leaves locks and files behind"),
        ("LOAD_TRUNCATED_IMAGES = True", "it is global, and fills with grey"),
        ("shell=True", "a file name may hold anything"),
    ],
)
def test_never(modules, words, why):
    assert [name for name, (text, _) in modules.items() if words in text] == [], why


def test_only_the_command_line_prints(modules):
    printing = [
        f"{name}:{node.lineno}"
        for name, (_, tree) in modules.items()
        if not name.startswith(_PRINTING)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_qt_never_decodes_a_file(modules):
    """Pixels that came from outside are decoded by `vision`, never by Qt in the window's process."""
    decoding = [
        f"{name}:{node.lineno}"
        for name, (_, tree) in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _loads_picture(node)
    ]
    assert decoding == []


_OPENS_PICTURES = {
    "vision/decode.py": "runs in the decoder's process and in training's",
    "exporting/samples.py": "reads the header of an original that was decoded before",
    "exporting/predict.py": "is exported along with a network, and runs where a person calls it",
    "collect/sample/mess.py": "opens what was drawn a moment before",
}


def test_a_picture_is_opened_in_few_places_only(modules):
    """What decodes bytes from outside is confined: see `winnow.vision.decoder`."""
    opening = {
        name
        for name, (_, tree) in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Image.open", "PIL.Image.open", "cv2.imdecode")
    }
    assert opening == set(_OPENS_PICTURES)


def test_no_pickle_is_read_under_another_name(modules):
    readers = {"cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}
    assert [name for name, (_, tree) in modules.items() if readers & _imported(tree)] == []
    assert [name for name, (text, _) in modules.items() if "allow_pickle=True" in text] == []


def test_weights_are_read_as_numbers_only(modules):
    """`torch.load` says so at every call: what it does by itself depends on its version."""
    loading = [
        f"{name}:{node.lineno}"
        for name, (_, tree) in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "torch.load"
        and "weights_only=True" not in ast.unparse(node)
    ]
    assert loading == []


def _imported(tree: ast.Module) -> set[str]:
    """Return the first names of all modules that *tree* imports, wherever it does."""
    plain = {one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names}
    return {
        name.partition(".")[0]
        for name in plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    }


def _loads_picture(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in ("QImageReader", "QMovie", "fromData", "loadFromData"):
        return True
    if name not in ("QPixmap", "QImage") or len(call.args) != 1:
        return False
    first = call.args[0]
    is_text = isinstance(first, ast.JoinedStr) or (isinstance(first, ast.Constant) and isinstance(first.value, str))
    is_path = "path" in ast.unparse(first).lower() or ast.unparse(first).startswith("str(")
    return is_text or is_path


def test_no_name_says_nothing(modules):
    empty = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
    assert [name for name in modules if empty & set(name.removesuffix(".py").split("/"))] == []
