"""A filter's expression as a condition in SQL; every value travels as a parameter."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from winnow.base.errors import UserError
from winnow.domain.expression import All, AnyOf, Expression, Not, Range, Words
from winnow.domain.split import PARTS
from winnow.store import clusterings, splits

Ids = npt.NDArray[np.int64]

_NONE, _ANY = "none", "any"
_COLUMNS = {
    "id": "image.id",
    "width": "image.width",
    "height": "image.height",
    "size": "min(image.width, image.height)",
    "aspect": "image.width * 1.0 / nullif(image.height, 0)",
    "bytes": "image.size_bytes",
    "frames": "max(1, (SELECT count(*) FROM frame WHERE frame.image_id = image.id))",
    "confidence": "(SELECT confidence FROM suggestion WHERE suggestion.image_id = image.id AND image.label_id IS NULL)",
}
_TEXTS = {
    "file": "image.file",
    "page": "image.provenance ->> 'page'",
    "licence": "image.provenance ->> 'licence'",
    "author": "image.provenance ->> 'author'",
    "folder": "image.folder",
}
_SEARCHED = ("image.file", "image.provenance ->> 'page'", "image.provenance ->> 'title'", _TEXTS["author"])


class ClusterNotThere(UserError):
    """A filter names a cluster that the clustering does not have."""

    def __init__(self, value: str, k: int) -> None:
        self.value, self.k = value, k
        there = f"Choose 1 to {k}, a cluster's name, or 'none'" if k else "Make some clusters first"
        super().__init__(f"There is no cluster {value!r}. {there}.")


class LabelNotThere(UserError):
    """A filter names a label that the project does not have."""

    def __init__(self, name: str, known: list[str]) -> None:
        self.name = name
        super().__init__(f"There is no label {name!r}. Choose {', '.join(known) or 'none (there are no labels yet)'}.")


def matching(
    connection: sqlite3.Connection,
    expression: Expression,
    quality: Mapping[str, Ids] | None = None,
    with_fallen_out: bool = False,
) -> Ids:
    """Return the ids, ascending, of the pictures that meet *expression*.

    Args:
        quality: The pictures that each quality check flags, besides the flags that they came with.

    Raises:
        ClusterNotThere, LabelNotThere: it names one that there is not.
    """
    condition = Condition(connection, quality or {})
    where = condition.sql(expression)
    states = "" if with_fallen_out else "image.state <> 'fell_out' AND "
    rows = connection.execute(
        f"SELECT image.id FROM image WHERE {states}{where} ORDER BY image.id", condition.parameters
    )
    return np.fromiter((row[0] for row in rows), np.int64)


class Condition:
    """Writes SQL for expressions, and gathers the values in `parameters`."""

    def __init__(self, connection: sqlite3.Connection, quality: Mapping[str, Ids]) -> None:
        self.parameters: list[str | float] = []
        self._connection = connection
        self._flagged = quality
        self._words: dict[str, Callable[[str], str]] = {
            "label": self._label,
            "state": lambda value: f"image.state = {self._value(value)}",
            "cluster": self._cluster,
            "source": self._source,
            "quality": self._quality,
            "part": self._part,
            "suggested": self._suggested,
            "text": lambda value: f"({' OR '.join(self._holds(column, value) for column in _SEARCHED)})",
            "format": lambda value: f"image.format = {self._value(value.lower())}",
            "edited": lambda value: f"image.accepted = {int(value == 'yes')}",
        }

    def sql(self, expression: Expression) -> str:
        """Return the condition on ``image``; its marks stand for `parameters` in their order."""
        if isinstance(expression, Words):
            return self._any(
                [self._words.get(expression.field, self._text(expression.field))(one) for one in expression.values]
            )
        if isinstance(expression, Range):
            return self._range(expression)
        if isinstance(expression, Not):
            return f"NOT coalesce({self.sql(expression.inner)}, 0)"
        if isinstance(expression, AnyOf):
            return self._any([self.sql(part) for part in expression.parts])
        return self._all(expression)

    def _all(self, expression: All) -> str:
        return f"({' AND '.join(self.sql(part) for part in expression.parts) or '1'})"

    @staticmethod
    def _any(parts: list[str]) -> str:
        return f"({' OR '.join(parts)})"

    def _value(self, value: str | float) -> str:
        self.parameters.append(value)
        return "?"

    def _range(self, wanted: Range) -> str:
        column = _COLUMNS[wanted.field]
        parts = []
        if wanted.low is not None:
            parts.append(f"{column} {'>' if wanted.low_open else '>='} {self._value(wanted.low)}")
        if wanted.high is not None:
            parts.append(f"{column} {'<' if wanted.high_open else '<='} {self._value(wanted.high)}")
        return f"({' AND '.join(parts) or '1'})"

    def _holds(self, column: str, value: str) -> str:
        escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return f"coalesce({column}, '') LIKE {self._value(f'%{escaped}%')} ESCAPE '\\'"

    def _text(self, field: str) -> Callable[[str], str]:
        def condition(value: str) -> str:
            column = _TEXTS[field]
            return f"coalesce({column}, '') = ''" if value == _NONE else self._holds(column, value)

        return condition

    def _label(self, value: str) -> str:
        return "image.label_id IS NULL" if value == _NONE else f"image.label_id = {self._label_number(value)}"

    def _suggested(self, value: str) -> str:
        of = "SELECT 1 FROM suggestion WHERE suggestion.image_id = image.id AND image.label_id IS NULL"
        if value in (_NONE, _ANY):
            return f"{'NOT ' if value == _NONE else ''}EXISTS ({of})"
        return f"EXISTS ({of} AND suggestion.label_id = {self._label_number(value)})"

    def _label_number(self, name: str) -> str:
        names = dict(self._connection.execute("SELECT name, id FROM label ORDER BY position"))
        folded = {known.casefold(): number for known, number in names.items()}
        found = names.get(name, folded.get(name.casefold()))
        if found is None:
            raise LabelNotThere(name, list(names))
        return self._value(found)

    def _cluster(self, value: str) -> str:
        current = clusterings.current(self._connection)
        if value == _NONE:
            inside = current.ids[current.clusters >= 0] if current is not None else np.empty(0, np.int64)
            return f"NOT {self._among(inside)}"
        by_name = {name.casefold(): number for number, name in current.names.items()} if current is not None else {}
        number = int(value) - 1 if value.isdecimal() else by_name.get(value.casefold(), -1)
        if current is None or not 0 <= number < current.k:
            raise ClusterNotThere(value, 0 if current is None else current.k)
        return self._among(current.ids[current.clusters == number])

    def _part(self, value: str) -> str:
        number = splits.current_id(self._connection)
        split = None if number is None else splits.get(self._connection, number)
        if value == _NONE:
            return f"NOT {self._among(split.ids if split is not None else np.empty(0, np.int64))}"
        if split is None:
            return "0"
        at = [part.value for part in PARTS].index(value)
        return self._among(split.ids[split.parts == at])

    def _among(self, ids: Ids) -> str:
        return f"image.id IN (SELECT value FROM json_each({self._value(json.dumps(ids.tolist()))}))"

    def _source(self, value: str) -> str:
        escaped = self._holds("source.name", value)
        return (
            f"image.source_id IN (SELECT source.id FROM source WHERE {escaped} OR source.kind = {self._value(value)})"
        )

    def _quality(self, value: str) -> str:
        if value in (_NONE, _ANY):
            flagged = np.unique(np.concatenate([np.empty(0, np.int64), *self._flagged.values()]))
            return f"{'NOT ' if value == _NONE else ''}(image.flags <> '' OR {self._among(flagged)})"
        name = value.lower()
        by_flag = f"(',' || image.flags || ',') LIKE {self._value(f'%,{name},%')}"
        return f"({by_flag} OR {self._among(self._flagged[name])})" if name in self._flagged else by_flag
