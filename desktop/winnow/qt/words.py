"""What the core says in codes, in words for the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from winnow.domain.image import Reason

_REASONS = {
    Reason.UNREADABLE: "Could not be read",
    Reason.ROBOTS: "Blocked by robots.txt",
    Reason.NO_AI: "Site says no AI use",
    Reason.REFUSED_ADDRESS: "Address refused",
    Reason.NOT_REACHED: "Not reached",
    Reason.HTTP_STATUS: "Server refused",
    Reason.TIMED_OUT: "Timed out",
    Reason.OVER_LIMIT: "Over the limit",
    Reason.TOO_MANY_BYTES: "Over 32 MiB",
    Reason.NOT_AN_IMAGE: "Not an image",
    Reason.UNSUPPORTED: "Format not supported",
    Reason.BROKEN: "Broken file",
    Reason.TRUNCATED: "Cut off",
    Reason.TOO_MANY_PIXELS: "Too many pixels",
    Reason.TOOK_TOO_LONG: "Took too long to open",
    Reason.CRASHED: "Decoder failed on it",
    Reason.TOO_SMALL: "Too small",
    Reason.EXTREME_ASPECT: "Extreme aspect",
    Reason.EXACT_DUPLICATE: "Exact duplicate",
}


def reason_words(reason: Reason) -> str:
    """Say in words why a picture fell out."""
    return QCoreApplication.translate("Reason", _REASONS[reason])


_COMMANDS = {
    "AddLabel": "Add label",
    "RenameLabel": "Rename label",
    "LabelImages": "Label {0} images",
    "RejectImages": "Reject {0} images",
    "KeepImages": "Bring back {0} images",
    "SetFrames": "Change frame",
    "AddClustering": "Cluster {0} images",
    "ShowClustering": "Show another clustering",
    "NameCluster": "Name cluster",
    "AddSplit": "Split {0} images",
    "UseSplit": "Use another split",
}


def command_words(kind: str, count: int) -> str:
    """Say in words what a journal entry did; empty for none."""
    text = _COMMANDS.get(kind, kind)
    return QCoreApplication.translate("Command", text).format(count) if kind else ""
