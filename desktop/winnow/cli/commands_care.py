"""Commands that look after a project, and after the program itself."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winnow.base.counted import counted
from winnow.base.errors import OutsideError, WinnowError
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply

if TYPE_CHECKING:
    from winnow.app.session import Session

_SELF_TEST_PICTURES = 50


def options_of_doctor(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--repair",
        action="store_true",
        help="make missing thumbnails again; if the database is damaged or missing, do as --restore",
    )
    parser.add_argument(
        "--restore",
        type=int,
        nargs="?",
        const=-1,
        metavar="NUMBER",
        help="bring back this backup, by default the newest, with all labels since and all pictures of the folder; "
        "what is there now is put aside under another name",
    )
    parser.add_argument("--back-up", action="store_true", help="make a backup first")


def doctor(args: Namespace, terminal: Terminal) -> Reply:
    """Check the database, every original, the embeddings, the backups and the labels' second copy; bring them back."""
    from winnow.app.pipelines.doctor import Checkup, examine_project
    from winnow.app.repairing import damaged_folder, outlook
    from winnow.app.session import Session

    brought_back = _brought_back(args.project, args.restore, terminal) if args.restore is not None else []
    found: Checkup | None = None
    try:
        with Session.open(args.project) as session:
            if args.back_up:
                session.make_backup("by hand")
            found = terminal.run("Check", lambda: examine_project(session, args.repair))
        damage = ""
    except WinnowError as error:
        if damaged_folder(error) is None:
            raise
        damage = str(error)
    if args.repair and args.restore is None and (found is None or found.is_damaged):
        brought_back = _brought_back(args.project, -1, terminal)
        damage = ""
        with Session.open(args.project) as session:
            found = terminal.run("Check", lambda: examine_project(session, repair=True))
    problems = [damage] if damage else list(found.problems if found else ())
    backups = [asdict(one) for one in outlook(args.project).backups]
    lines = [*brought_back, *(problems or ["Everything is there and sound."]), *map(_backup_words, backups)]
    fields = {
        "ok": not problems,
        "problems": problems,
        "repaired": found.repaired if found else 0,
        "brought_back": brought_back,
        "backups": backups,
    }
    return Reply(fields, "\n".join(lines), 1 if problems else 0)


def _brought_back(project: Path, number: int, terminal: Terminal) -> list[str]:
    """Restore backup *number*, -1: the newest, or an empty database where there is none; say what came back."""
    from winnow.app.pipelines.adopting import adopt_originals
    from winnow.app.repairing import newest_backup, restore
    from winnow.app.session import Session

    chosen = newest_backup(project) if number == -1 else number
    done = restore(project, chosen)
    words = [
        "There is no backup; the database was made anew from the pictures and the journal of labels."
        if chosen is None
        else f"Backup {chosen} was brought back, with "
        f"{counted(done.changes, 'change of labels', 'changes of labels')} made after it."
    ]
    if done.put_aside is not None:
        words.append(f"The database that was there is kept as {done.put_aside}.")
    with Session.open(project) as session:
        adopted = terminal.run("Bring back pictures", lambda: adopt_originals(session))
    if adopted.pictures:
        words.append(
            f"{counted(adopted.pictures, 'picture')} that it did not know came back, {adopted.labelled} with a label."
        )
    return words


def _backup_words(backup: dict[str, Any]) -> str:
    when = backup["taken_at"][:16].replace("T", " ")
    counts = f"{counted(backup['images'], 'image')}, {backup['labelled']} labelled"
    return f"Backup {backup['number']} of {when} UTC: {counts} ({backup['why']})"


class SelfTestFailed(OutsideError):
    """A step of the self-test gave something else than it must."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The self-test went wrong: {what}.")


def self_test(_args: Namespace, terminal: Terminal) -> Reply:
    """Go the whole way once, from drawn pictures to predictions by an exported model, in a temporary folder."""
    from winnow.app.session import Session

    checks: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="winnow-self-test-") as folder:
        session = Session.create(Path(folder) / "self-test.winnow")
        with session:
            for name, check in _checks(session, terminal, Path(folder)):
                try:
                    checks.append({"check": name, "ok": True, "found": check()})
                except (WinnowError, OSError) as error:
                    checks.append({"check": name, "ok": False, "found": str(error)})
                    break
    ok = all(check["ok"] for check in checks)
    words = "\n".join(f"{'ok    ' if one['ok'] else 'FAILED'} {one['check']}: {one['found']}" for one in checks)
    return Reply({"ok": ok, "checks": checks}, words, 0 if ok else 1)


def _checks(session: Session, terminal: Terminal, folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the steps in order; each needs those before it."""
    from winnow.app.pipelines.clustering import cluster
    from winnow.app.pipelines.exporting import export_trained
    from winnow.app.pipelines.labelling import label_by_folder
    from winnow.app.pipelines.sampling import import_sample
    from winnow.app.pipelines.splitting import split
    from winnow.app.pipelines.training import train
    from winnow.app.queries.overview import overview
    from winnow.domain.ids import RunId
    from winnow.domain.model_format import ModelFormat
    from winnow.domain.recipe import RecipeKind, default_recipe
    from winnow.domain.split import Ratios, leaks

    def imported() -> str:
        terminal.run("Import", lambda: import_sample(session, _SELF_TEST_PICTURES))
        found = session.ask(overview)
        return _true(0 < found.kept <= found.found == _SELF_TEST_PICTURES, f"{found.kept} of {found.found} kept")

    def clustered() -> str:
        made = terminal.run("Cluster", lambda: cluster(session, 2))
        return _true(made.k == 2, f"{counted(len(made.ids), 'image')} in {counted(made.k, 'cluster')}")

    def divided() -> str:
        made = split(session, Ratios(), 42)
        return _true(leaks(made) == 0, f"{counted(len(made.ids), 'image')}, {counted(leaks(made), 'leak')}")

    def trained() -> str:
        recipe = replace(default_recipe(RecipeKind.QUICK, _SELF_TEST_PICTURES), epochs=1)
        done = terminal.run("Train", lambda: train(session, recipe))
        return _true(done is not None, "1 epoch")

    def exported() -> str:
        done = terminal.run("Export", lambda: export_trained(session, RunId(1), folder / "model", tuple(ModelFormat)))
        return f"differs by at most {done.max_abs_difference:.1e}"

    yield "import", imported
    yield "cluster", clustered
    yield "label", lambda: f"{label_by_folder(session)} labelled"
    yield "split", divided
    yield "train", trained
    yield "export", exported
    yield "predict", lambda: _predicted(session, terminal, folder / "model")
    yield "window", _loaded


def _predicted(session: Session, terminal: Terminal, model: Path) -> str:
    from winnow.app.pipelines.predicting import model_file, predict_with_model

    pictures = sorted((session.layout.cache / "sample" / "cat").glob("*.jpg"))[:3]
    said = terminal.run("Predict", lambda: predict_with_model(model_file(model), pictures))
    sound = bool((abs(said.probabilities.sum(1) - 1) < 1e-4).all())
    return _true(sound, f"{counted(len(pictures), 'picture')}, {counted(len(said.labels), 'label')}")


def _loaded() -> str:
    """Load every part of the window, without showing it: a program that was frozen may lack one."""
    from winnow import qt

    names = [found.name for found in pkgutil.walk_packages(qt.__path__, f"{qt.__name__}.")]
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise SelfTestFailed(f"{name} cannot be loaded ({error})") from error
    return _true(len(names) > 0, f"{counted(len(names), 'part')} loaded")


def _true(holds: bool, found: str) -> str:
    if not holds:
        raise SelfTestFailed(found)
    return found
