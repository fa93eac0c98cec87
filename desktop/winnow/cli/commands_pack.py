"""Commands that carry a whole project to another machine."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from winnow.base.counted import counted
from winnow.cli.progress import Terminal
from winnow.cli.reply import Reply


def options_of_pack(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="a file that is not there yet (default: PROJECT.winnowz beside it)"
    )


def pack(args: Namespace, terminal: Terminal) -> Reply:
    """Pack the whole project into one file for another machine; cache and exports stay here."""
    from winnow.app.pipelines.packing import pack as steps
    from winnow.app.session import Session

    with Session.open(args.project) as session:
        folder = session.layout.folder
        target = (args.to or folder.with_name(f"{session.name}.winnowz")).resolve()
        done = terminal.run("Pack", partial(steps, session, target))
    words = f"{counted(done.files, 'file')} packed in {done.path}, {done.size_bytes / 1e6:.1f} MB."
    return Reply({"file": str(done.path), "files": done.files, "bytes": done.size_bytes}, words)


def options_of_unpack(parser: ArgumentParser) -> None:
    parser.add_argument("archive", type=Path, metavar="FILE", help="what 'winnow pack' wrote")
    parser.add_argument(
        "--to", type=Path, metavar="PROJECT", help="a folder that is not there yet (default: FILE.winnow beside it)"
    )


def unpack(args: Namespace, terminal: Terminal) -> Reply:
    """Unpack a project into a new folder, every file as it was packed."""
    from winnow.app.pipelines.packing import unpack as steps

    archive = args.archive.resolve()
    target = (args.to or archive.with_suffix(".winnow")).resolve()
    done = terminal.run("Unpack", partial(steps, archive, target))
    return Reply(
        {"project": str(done.folder), "files": done.files},
        f"{counted(done.files, 'file')} unpacked into {done.folder}.",
    )
