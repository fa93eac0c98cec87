"""The handbook's chapters: Markdown files that come with the program, in the person's language where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from winnow.base.paths import resource

ENGLISH = "en"
CHAPTERS = (
    "first-steps",
    "collect",
    "sort",
    "edit",
    "split",
    "train",
    "test",
    "export",
    "train-valid-test",
    "batch-and-rate",
    "local-minima",
    "k-fold",
    "clusters",
    "padding-and-cropping",
    "evening",
    "copies-and-wrong-pictures",
    "when-something-goes-wrong",
    "cluster-of-computers",
    "command-line",
)
"""Their keys, which are the names of their files, in the order in which they are listed."""

ROOMS = frozenset(CHAPTERS[1:8])
"""Those that are about the room of the same key."""

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its *text* is Markdown with the title as its first heading."""

    key: str
    title: str
    text: str

    def has(self, words: str) -> bool:
        """Say whether each of *words* stands in it, in any case."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def chapters(language: str) -> tuple[Chapter, ...]:
    """Return all chapters in *language*, those that it lacks in English."""
    found = []
    for key in CHAPTERS:
        files = (resource("guide", code, f"{key}.md") for code in (language, ENGLISH))
        text = next(file.read_text("utf-8") for file in files if file.is_file())
        title = _TITLE.search(text)
        found.append(Chapter(key, title[1] if title else key, text))
    return tuple(found)
