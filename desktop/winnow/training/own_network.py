"""A network of the person's own: a class in a Python file, run only while the file is as it was trusted."""

from __future__ import annotations

import hashlib
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import torch
from torch import nn

from winnow.base.errors import UserError
from winnow.base.files import write_atomically
from winnow.base.trusted import is_trusted
from winnow.domain.recipe import OwnNetwork

FILE = "network.py"
"""The copy in a run's folder: what the weights there belong to."""


class OwnNetworkRefused(UserError):
    """The file is not what the person trusted, or not on this computer."""


class OwnNetworkUnfit(UserError):
    """The class cannot be built, or is no network for these classes."""


def keep_copy(own: OwnNetwork, folder: Path) -> None:
    """Copy the file into the run's *folder*, unless a copy is there.

    Raises:
        OwnNetworkRefused: it cannot be read, or has changed since it was trusted.
    """
    if not (folder / FILE).exists():
        write_atomically(folder / FILE, _content(Path(own.file), own))


def own_backbone(own: OwnNetwork, folder: Path, classes: int, size: int) -> tuple[nn.Module, nn.Linear]:
    """Run the copy in *folder*, and return the network without its last layer, and that layer.

    The class is called with the number of classes, and must end in an
    ``nn.Linear`` with as many outputs.

    Raises:
        OwnNetworkRefused: the copy is not what was trusted, or was not trusted on this computer.
        OwnNetworkUnfit: as its words say.
    """
    content = _content(folder / FILE, own)
    if not is_trusted(own.sha256):
        raise OwnNetworkRefused(
            f"The network {own.class_name} of {own.file} is program code that was not trusted on this computer. "
            "Read the file, and trust it in Train (or by --trust-network-file) if you know where it comes from."
        )
    module = _module(content, folder / FILE)
    kind = getattr(module, own.class_name, None)
    if not (isinstance(kind, type) and issubclass(kind, nn.Module)):
        raise OwnNetworkUnfit(f"{own.file} has no class {own.class_name} that is an nn.Module. Check its name.")
    try:
        network = kind(classes)
        backbone, head = _parted(network, classes, own)
        with torch.inference_mode():
            found = backbone.eval()(torch.zeros(2, 3, size, size))
    except OwnNetworkUnfit:
        raise
    except Exception as error:  # whatever a stranger's code raises
        raise OwnNetworkUnfit(
            f"{own.class_name} of {own.file} failed when it was built for {classes} classes and inputs of {size} "
            f"pixels: {type(error).__name__}: {error}. Mend the file, and trust it again."
        ) from error
    if tuple(found.shape) != (2, head.in_features):
        raise OwnNetworkUnfit(
            f"Before its last layer {own.class_name} gives {tuple(found.shape)} for two pictures, not "
            f"(2, {head.in_features}): its last nn.Linear must be what is used last. Mend the file, and trust it again."
        )
    return backbone, head


def _content(path: Path, own: OwnNetwork) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OwnNetworkRefused(
            f"{path} cannot be read: {error.strerror}. Put the file back, or choose another network."
        ) from error
    if hashlib.sha256(content).hexdigest() != own.sha256:
        raise OwnNetworkRefused(
            f"{path} is not the file any more that was trusted, so it is not run. "
            "Look at what changed, and trust it anew."
        )
    return content


class _Read(SourceFileLoader):
    """Runs what was read and checked, not what lies on the disk by now."""

    def __init__(self, name: str, path: str, content: bytes) -> None:
        super().__init__(name, path)
        self._content = content

    def get_code(self, fullname: str) -> CodeType | None:
        return self.source_to_code(self._content, self.get_filename(fullname))


def _module(content: bytes, path: Path) -> ModuleType:
    name = f"winnow_own_network_{hashlib.sha256(content).hexdigest()[:16]}"
    loader = _Read(name, str(path), content)
    module = ModuleType(name)
    # Where pickling and tracing look for the class.
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except Exception as error:
        raise OwnNetworkUnfit(
            f"{path} failed when it was run: {type(error).__name__}: {error}. Mend the file, and trust it again."
        ) from error
    return module


def _parted(network: nn.Module, classes: int, own: OwnNetwork) -> tuple[nn.Module, nn.Linear]:
    found = [(name, one) for name, one in network.named_modules() if isinstance(one, nn.Linear)]
    if not found or not found[-1][0] or found[-1][1].out_features != classes:
        raise OwnNetworkUnfit(
            f"{own.class_name} must take the number of classes and end in an nn.Linear with as many outputs "
            f"({classes} here). Mend the file, and trust it again."
        )
    name, head = found[-1]
    holder, _, last = name.rpartition(".")
    setattr(network.get_submodule(holder), last, nn.Identity())
    return network, head
