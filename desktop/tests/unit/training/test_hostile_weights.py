"""Weights and program code that a stranger's project brings along."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from winnow.domain.recipe import OwnNetwork, RecipeKind, default_recipe
from winnow.training import checkpoint
from winnow.training.networks import built
from winnow.training.own_network import FILE, OwnNetworkRefused, own_backbone


def file_of(header: object, body: bytes = b"", length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(text) if length is None else length).to_bytes(8, "little") + text + body


def tensor(shape: list[int], begin: int = 0, end: int = 4, kind: str = "F32") -> dict[str, object]:
    return {"w": {"dtype": kind, "shape": shape, "data_offsets": [begin, end]}}


HEADERS = {
    "empty": b"",
    "length": file_of({}, length=2**63),
    "length over the file": file_of({}, length=10**7),
    "nonsense": file_of(b"\xff\xfe"),
    "deep": file_of(b'{"a":' * 50_000),
    "list": file_of([1, 2]),
    "shape": file_of(tensor([2**40]), bytes(4)),
    "shape that overflows": file_of(tensor([2**33, 2**33]), bytes(4)),
    "negative shape": file_of(tensor([-1]), bytes(4)),
    "offsets": file_of(tensor([2**40], 0, 2**42), bytes(4)),
    "offsets turned round": file_of(tensor([1], 4, 0), bytes(4)),
    "bytes that nobody names": file_of(tensor([1]), bytes(400)),
    "unknown kind": file_of(tensor([1], kind="PICKLE"), bytes(4)),
    "words as a list": file_of({"__metadata__": {"winnow": "[1]"}, **tensor([1])}, bytes(4)),
    "words as a number": file_of({"__metadata__": {"winnow": "7"}, **tensor([1])}, bytes(4)),
    "pickle": b"\x80\x04cos\nsystem\n(S'touch evil'\ntR.",
}


@pytest.mark.parametrize("name", HEADERS)
def test_weights_with_a_lying_header_are_refused_in_words(name: str, tmp_path: Path) -> None:
    (tmp_path / checkpoint.STATE).write_bytes(HEADERS[name])
    with pytest.raises(checkpoint.ModelUnreadable, match="cannot be read: "):
        checkpoint.read_state(tmp_path)


def test_weights_of_a_terabyte_of_nothing_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / checkpoint.STATE).open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(checkpoint.ModelUnreadable, match="larger than 4 GB"):
        checkpoint.read_state(tmp_path)


def test_a_network_for_a_billion_classes_is_not_built(tmp_path: Path) -> None:
    (tmp_path / checkpoint.CARD).write_text('{"network":"resnet18","classes":1000000000,"recipe":{}}')
    with pytest.raises(checkpoint.ModelUnreadable, match="1000000000 classes"):
        checkpoint.load(tmp_path)


def test_weights_that_are_no_numbers_are_not_believed(tmp_path: Path) -> None:
    recipe = default_recipe(RecipeKind.SCRATCH, 40)
    checkpoint.write_card(tmp_path, checkpoint.Card(recipe.network, 2, recipe))
    weights = dict(built(recipe, 2, tmp_path, None, pretrained=False).state_dict())
    name = next(name for name, value in weights.items() if value.is_floating_point())
    weights[name] = weights[name].clone()
    weights[name].view(-1)[-1] = float("nan")
    checkpoint.write_weights(tmp_path / checkpoint.BEST, weights, 1)
    with pytest.raises(checkpoint.ModelUnreadable, match=f"no numbers .*{name}"):
        checkpoint.load(tmp_path)


def test_program_code_in_a_project_is_not_run_because_the_project_names_it(tmp_path: Path) -> None:
    evil = tmp_path / "evil"
    code = f"open({str(evil)!r}, 'w')\n".encode()
    (tmp_path / FILE).write_bytes(code)
    own = OwnNetwork(str(tmp_path / FILE), "Net", hashlib.sha256(code).hexdigest())
    with pytest.raises(OwnNetworkRefused, match="not trusted on this computer"):
        own_backbone(own, tmp_path, 2, 32)
    assert not evil.exists()
