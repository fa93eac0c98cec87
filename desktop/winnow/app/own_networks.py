"""A person's own network, from its file to a recipe: what is in it, and that it is trusted. Nothing of it is run."""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass
from pathlib import Path

from winnow.base.errors import UserError
from winnow.base.trusted import is_trusted, trust
from winnow.domain.recipe import OwnNetwork

QUESTION = (
    "A network of your own is program code. It can do on this computer whatever you can: read, change and send your "
    "files. Trust it only if you wrote it, or have read it. It stays trusted as it is now; if it changes, you are "
    "asked again."
)
"""What must be understood before `trusted` is called."""


class NetworkFileUnfit(UserError):
    """A file has no class that could be a network, or cannot be read."""


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """What a file says of itself without being run."""

    path: Path
    sha256: str
    classes: tuple[str, ...]
    """Those that derive from something called Module, or from another class of the file."""
    is_trusted: bool


def read_network_file(path: Path) -> NetworkFile:
    """Read *path* and list its classes.

    Raises:
        NetworkFileUnfit: it cannot be read, is no Python, or has no class that could be a network.
    """
    try:
        content = path.read_bytes()
        tree = ast.parse(content, str(path))
    except OSError as error:
        raise NetworkFileUnfit(f"{path} cannot be read: {error.strerror}. Check its name.") from error
    except (SyntaxError, ValueError) as error:
        raise NetworkFileUnfit(f"{path} is no Python: {error}. Mend the file, or choose another one.") from error
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    names = {node.name for node in classes}
    found = tuple(
        node.name for node in classes if any(_name(base) in {"Module", *names} - {node.name} for base in node.bases)
    )
    if not found:
        raise NetworkFileUnfit(
            f"{path} has no class that is an nn.Module. Write one that takes the number of classes and ends in "
            "an nn.Linear, or choose another file."
        )
    digest = hashlib.sha256(content).hexdigest()
    return NetworkFile(path.resolve(), digest, found, is_trusted(digest))


def own_network(file: NetworkFile, class_name: str = "") -> OwnNetwork:
    """Return what a recipe says of the class *class_name* of *file*; "" is its last one.

    Raises:
        NetworkFileUnfit: it has no such class.
    """
    chosen = class_name or file.classes[-1]
    if chosen not in file.classes:
        raise NetworkFileUnfit(
            f"{file.path} has no network class {chosen!r}. Choose one of: {', '.join(file.classes)}."
        )
    return OwnNetwork(str(file.path), chosen, file.sha256)


def trusted(file: NetworkFile) -> NetworkFile:
    """Trust *file* as it was read, once the person has answered `QUESTION` with yes.

    Raises:
        OSError: the settings folder cannot be written.
    """
    trust(file.sha256)
    return NetworkFile(file.path, file.sha256, file.classes, is_trusted=True)


def _name(base: ast.expr) -> str:
    return base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""
