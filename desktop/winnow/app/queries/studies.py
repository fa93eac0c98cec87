"""Studies as the Train room shows them."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.app.queries.samples import current_split, fingerprint_of, labelled
from winnow.domain.ids import StudyId
from winnow.domain.study import OutOfFold, Study, StudyKind
from winnow.store import splits, studies
from winnow.store.database import Reader


@dataclass(frozen=True, slots=True)
class ShownStudy:
    """The newest study of a kind; *is_current*: the frames that took part are those of the split in force."""

    study: Study
    is_current: bool


def latest_study(connection: Reader, kind: StudyKind) -> ShownStudy | None:
    """Return the newest study of *kind*, None before there is one."""
    found = studies.latest(connection, kind)
    if found is None:
        return None
    return ShownStudy(found, _fingerprint_now(connection) == found.fingerprint)


def out_of_fold(connection: Reader, study_id: StudyId) -> OutOfFold | None:
    """Return what each frame was taken for by the network that had not learned from it; None: no study of folds."""
    return studies.out_of_fold(connection, study_id)


def _fingerprint_now(connection: Reader) -> str:
    if splits.current_id(connection) is None:
        return ""
    return fingerprint_of(labelled(connection, current_split(connection)))
