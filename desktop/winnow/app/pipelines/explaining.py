"""What a run says of one picture and where it looked: asked of a child that stays, for it must be quick."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from winnow.app.kept_child import KeptChild
from winnow.app.pipelines.predicting import FileNoPicture
from winnow.app.pipelines.training import folder_with_weights
from winnow.app.queries.samples import labelled
from winnow.app.session import Session
from winnow.app.waiting import waited
from winnow.base.counted import counted
from winnow.base.errors import UserError, WinnowError
from winnow.base.outcomes import Progress
from winnow.domain.frame import Frame
from winnow.domain.ids import ImageId, RunId
from winnow.store import runs
from winnow.store.errors import ItemUnknown

Pixels = npt.NDArray[np.uint8]

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif")
MOST_TRIED = 500
_MOST_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class Asked:
    """One picture: an original of the project by its *path*, or a stranger's *content*, which is decoded apart."""

    folder: Path
    """The run's."""
    path: Path | None = None
    frame: Frame | None = None
    content: bytes = b""
    wanted: int | None = None
    """The class to explain; None: the likeliest."""


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """What the network got, (S, S, 3) uint8, what it said, and where it looked, (S, S) uint8 each.

    Fitted by tiles it said the mean of all; what it got is the tile that speaks loudest for what is explained.
    """

    pixels: Pixels
    probabilities: npt.NDArray[np.float32]
    explained: int
    grad_cam: Pixels
    saliency: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """A picture that was tried: what came out, or why nothing did."""

    name: str
    path: Path | None
    explained: Explained | None
    why: str = ""


class TooMuchTried(UserError):
    """A folder holds no picture, or more than are tried at once."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(
            f"{counted(count, 'picture')} found there; up to {MOST_TRIED} are tried at once. "
            "Choose fewer, or use 'winnow predict' for all of them."
            if count
            else "No picture was found there. Choose a folder or files with pictures."
        )


Explainer = KeptChild[Asked, Explained]


def explainer() -> Explainer:
    """Return the child that explains; it loads torch, and a run's network, when it is first asked."""
    return KeptChild(explained)


def explain_frame(
    session: Session, child: Explainer, run_id: RunId, image_id: int, key: bytes, wanted: int | None = None
) -> Explained:
    """Explain a labelled frame of the project, by its content key; blocks until it is done.

    Raises:
        RunWithoutWeights: the run has none. ItemUnknown: there is no such frame any more. And what the child raises.
    """
    folder = folder_with_weights(session, session.ask(runs.get, run_id))
    rows = session.ask(labelled, only=ImageId(image_id))
    row = next((one for one in rows if one.key == key), None)
    if row is None:
        raise ItemUnknown("frame of picture", image_id)
    return child.ask(Asked(folder, session.originals.path(row.sha256, row.format), row.frame, wanted=wanted))


def pictures_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files among *paths* and the pictures in folders among them, by their names' endings.

    Raises:
        TooMuchTried: none, or more than `MOST_TRIED`.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [one for one in inside if one.is_file() and (one == path or one.suffix.lower() in PICTURE_SUFFIXES)]
    if not 0 < len(found) <= MOST_TRIED:
        raise TooMuchTried(len(found))
    return found


def try_pictures(
    session: Session, child: Explainer, run_id: RunId, paths: Sequence[Path] = (), content: bytes = b"", name: str = ""
) -> Generator[object, None, None]:
    """Try pictures on a run without keeping them; yield `Progress` in "pictures" and a `Tried` for each.

    Args:
        session: Of the run.
        child: Answers.
        run_id: Which run.
        paths: Files and folders.
        content: Or the bytes of one picture, called *name*.
        name: See above.

    Raises:
        RunWithoutWeights: the run has none. TooMuchTried: see `pictures_in`.
    """
    folder = folder_with_weights(session, session.ask(runs.get, run_id))
    wanted = [(one.name, one) for one in pictures_in(paths)] if paths else [(name, None)]
    with ThreadPoolExecutor(1, thread_name_prefix="winnow-try") as thread:
        for done, (called, path) in enumerate(wanted, start=1):
            yield (yield from waited(thread.submit(_tried, child, folder, called, path, content)))
            yield Progress(done, len(wanted), "pictures")


def _tried(child: Explainer, folder: Path, name: str, path: Path | None, content: bytes) -> Tried:
    try:
        if path is not None and path.stat().st_size > _MOST_BYTES:
            return Tried(name, path, None, f"it is larger than {_MOST_BYTES >> 20} MB")
        data = content if path is None else path.read_bytes()
        return Tried(name, path, child.ask(Asked(folder, content=data)))
    except (WinnowError, OSError) as error:
        return Tried(name, path, None, str(error))


def explained(asked: Asked) -> Explained:
    """Answer one question; what the child runs."""
    from winnow.training.explanation import explain

    network, fit = _network(asked.folder, (asked.folder / "best.safetensors").stat().st_mtime_ns)
    squares = _squares(asked, fit)
    said = [explain(network, pixels, asked.wanted) for pixels in squares]
    # All tiles vote, as in a test; that one is explained which speaks loudest for what is asked.
    mean = np.stack([one.probabilities for one in said]).mean(0)
    wanted = int(mean.argmax()) if asked.wanted is None else asked.wanted
    at = max(range(len(said)), key=lambda one: float(said[one].probabilities[wanted]))
    found = said[at] if said[at].explained == wanted else explain(network, squares[at], wanted)
    return Explained(squares[at], mean, wanted, found.grad_cam, found.saliency)


@lru_cache(maxsize=2)
def _network(folder: Path, _written: int) -> tuple[Any, Any]:
    from winnow.training import checkpoint
    from winnow.training.torch_setup import use_threads

    use_threads()
    network, card = checkpoint.load(folder)
    return network, card.recipe.fit


def _squares(asked: Asked, how: Any) -> list[Pixels]:
    from winnow.training.datasets import FrameDataset
    from winnow.training.samples import Sample
    from winnow.vision.framing import views
    from winnow.vision.refusal import PictureRefused

    if asked.path is not None:
        return FrameDataset([Sample(asked.path, asked.frame, 0, 0)], how).views(0)
    try:
        return views(_decoder().pixels(asked.content)[0], how)
    except PictureRefused as error:
        raise FileNoPicture(Path("picture"), str(error)) from error


@lru_cache(maxsize=1)
def _decoder() -> Any:
    from winnow.vision.decoder import Decoder

    return Decoder()
