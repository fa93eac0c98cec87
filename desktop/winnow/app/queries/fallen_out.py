"""What did not come through, one by one, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.domain.ids import ImageId
from winnow.domain.image import Reason
from winnow.store.database import Reader

MOST_LISTED = 5_000


@dataclass(frozen=True, slots=True)
class Cause:
    """Why pictures fell out: a reason, and for a refusal by the server its status."""

    reason: Reason
    status: str = ""


@dataclass(frozen=True, slots=True)
class FallenOut:
    """A found picture that is not in the project."""

    id: ImageId
    file: str
    address: str
    page: str
    cause: Cause
    detail: str


_CAUSE = "reason, CASE reason WHEN 'http_status' THEN detail ELSE '' END"
_OF_SOURCE = "state = 'fell_out' AND (:source IS NULL OR source_id = :source)"


def causes(connection: Reader, source_id: int | None = None) -> dict[Cause, int]:
    """Return how many fell out by each cause, of one source or (None) of all."""
    rows = connection.execute(
        f"SELECT {_CAUSE}, count(*) FROM image WHERE {_OF_SOURCE} GROUP BY 1, 2", {"source": source_id}
    )
    return {Cause(Reason(reason), status): count for reason, status, count in rows}


def fallen_out(connection: Reader, source_id: int | None, cause: Cause) -> tuple[FallenOut, ...]:
    """Return what fell out by *cause*, newest first, `MOST_LISTED` at most."""
    rows = connection.execute(
        "SELECT id, file, address, coalesce(provenance ->> 'page', ''), detail FROM image"
        f" WHERE {_OF_SOURCE} AND reason = :reason AND (:status = '' OR detail = :status) ORDER BY id DESC LIMIT :most",
        {"source": source_id, "reason": cause.reason.value, "status": cause.status, "most": MOST_LISTED},
    )
    return tuple(FallenOut(ImageId(row[0]), row[1], row[2], row[3], cause, row[4]) for row in rows)
