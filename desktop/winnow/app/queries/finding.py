"""What the person looks for by typing: labels and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winnow.domain.ids import ImageId, LabelId

if TYPE_CHECKING:  # the finder is there before a project is
    from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label whose name has what was typed in it, and on how many pictures it is."""

    id: LabelId
    name: str
    position: int
    pictures: int


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture whose file, page, title or author has what was typed in it."""

    id: ImageId
    file: str
    key: bytes
    """That of its thumbnail."""
    width: int
    height: int
    source: str
    label: str
    label_position: int
    """-1 where it has none."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, the pictures cut at what was asked for; *pictures_in_all* counts the others too."""

    labels: tuple[FoundLabel, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()
    pictures_in_all: int = 0
    label_names: tuple[str, ...] = ()
    """Of all labels, in their order: by these each has its letter."""


_MATCHES = (
    "image.state <> 'fell_out' AND (file LIKE :like ESCAPE '\\' OR provenance ->> 'page' LIKE :like ESCAPE '\\'"
    " OR provenance ->> 'title' LIKE :like ESCAPE '\\' OR provenance ->> 'author' LIKE :like ESCAPE '\\')"
)


def find(connection: Reader, typed: str, most: int = 4) -> Findings:
    """Return what has *typed* in its name, without regard to case (of ASCII); all labels for an empty text."""
    escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    asked = {"like": f"%{escaped}%", "most": most}
    labels = connection.execute(
        "SELECT label.id, name, position, (SELECT count(*) FROM image WHERE label_id = label.id AND state = 'kept')"
        " FROM label WHERE name LIKE :like ESCAPE '\\' ORDER BY position",
        asked,
    ).fetchall()
    found_labels = tuple(FoundLabel(LabelId(row[0]), row[1], row[2], row[3]) for row in labels)
    names = tuple(row[0] for row in connection.execute("SELECT name FROM label ORDER BY position"))
    if not typed:
        return Findings(found_labels, label_names=names)
    pictures = connection.execute(
        "SELECT image.id, file, content_key, width, height, source.name, coalesce(label.name, ''),"
        " coalesce(label.position, -1) FROM image JOIN source ON source.id = source_id"
        f" LEFT JOIN label ON label.id = label_id WHERE {_MATCHES} ORDER BY image.id LIMIT :most",
        asked,
    ).fetchall()
    in_all = connection.execute(f"SELECT count(*) FROM image WHERE {_MATCHES}", asked).fetchone()[0]
    return Findings(found_labels, tuple(FoundPicture(ImageId(row[0]), *row[1:]) for row in pictures), in_all, names)
