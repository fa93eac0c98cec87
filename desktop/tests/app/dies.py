"""A program that works on a project and says what was acknowledged, until somebody kills it.

Lines of numbers are acknowledgements, others only say that it is at work.

Usage: ``python dies.py import|label PROJECT FOLDER``, or ``python dies.py crawl PROJECT ADDRESS``
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from winnow.app.commands.labelling import LabelImages
from winnow.app.pipelines.collecting import collect_wish
from winnow.app.pipelines.importing import import_path
from winnow.app.pipelines.wishes import PagesWish
from winnow.app.session import Session
from winnow.domain.changes import Changes, Topic
from winnow.store import labels


def say(*words: object) -> None:
    """Print a line in one go: two threads talk."""
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def say_images(changes: Changes) -> None:
    """Print the pictures that a commit brought."""
    if changes.touches(Topic.IMAGES):
        for image in sorted(changes.ids):
            say(image)


def label_one_by_one(session: Session) -> None:
    """Label every picture, over and over, cats and dogs in turn; print what each has."""
    names = session.ask(labels.all_labels)
    ids = [row[0] for row in session.ask(lambda reader: reader.execute("SELECT id FROM image ORDER BY id").fetchall())]
    for turn in range(1000):
        for image in ids:
            label = names[(image + turn) % len(names)].id
            session.do(LabelImages((image,), label)).result()
            say(image, label)


if __name__ == "__main__":
    task, project, folder = sys.argv[1:]
    with Session.open(Path(project)) as opened:
        if task == "import":
            opened.subscribe(say_images)
            for _ in import_path(opened, Path(folder)):
                say("step")
        elif task == "crawl":
            opened.subscribe(say_images)
            for _ in collect_wish(opened, PagesWish((folder,), allow_private=True)):
                say("step")
        else:
            label_one_by_one(opened)
