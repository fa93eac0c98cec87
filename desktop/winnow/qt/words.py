"""What the core says in codes, in words for the person."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.image import Reason
from winnow.domain.source import SourceKind
from winnow.qt.counting import QT_TRANSLATE_N_NOOP

_REASONS = {
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("Reason", "Could not be read"),
    Reason.ROBOTS: QT_TRANSLATE_NOOP("Reason", "Blocked by robots.txt"),
    Reason.NO_AI: QT_TRANSLATE_NOOP("Reason", "Site says no AI use"),
    Reason.REFUSED_ADDRESS: QT_TRANSLATE_NOOP("Reason", "Address refused"),
    Reason.NOT_REACHED: QT_TRANSLATE_NOOP("Reason", "Not reached"),
    Reason.HTTP_STATUS: QT_TRANSLATE_NOOP("Reason", "Server refused"),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP("Reason", "Timed out"),
    Reason.OVER_LIMIT: QT_TRANSLATE_NOOP("Reason", "Over the limit"),
    Reason.TOO_MANY_BYTES: QT_TRANSLATE_NOOP("Reason", "Over 32 MiB"),
    Reason.NOT_AN_IMAGE: QT_TRANSLATE_NOOP("Reason", "Not an image"),
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Reason", "Format not supported"),
    Reason.BROKEN: QT_TRANSLATE_NOOP("Reason", "Broken file"),
    Reason.TRUNCATED: QT_TRANSLATE_NOOP("Reason", "Cut off"),
    Reason.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP("Reason", "Too many pixels"),
    Reason.TOOK_TOO_LONG: QT_TRANSLATE_NOOP("Reason", "Took too long to open"),
    Reason.CRASHED: QT_TRANSLATE_NOOP("Reason", "Decoder failed on it"),
    Reason.TOO_SMALL: QT_TRANSLATE_NOOP("Reason", "Too small"),
    Reason.EXTREME_ASPECT: QT_TRANSLATE_NOOP("Reason", "Extreme aspect"),
    Reason.EXACT_DUPLICATE: QT_TRANSLATE_NOOP("Reason", "Exact duplicate"),
}


def reason_words(reason: Reason) -> str:
    """Say in words why a picture fell out."""
    return QCoreApplication.translate("Reason", str(_REASONS[reason]))


_COMMANDS = {
    "LabelAsNew": QT_TRANSLATE_N_NOOP("Command", "Label {0} images anew"),
    "HideSource": QT_TRANSLATE_NOOP("Command", "Remove a source's card"),
    "OpenTest": QT_TRANSLATE_NOOP("Command", "Open the test part"),
    "VouchForLabel": QT_TRANSLATE_NOOP("Command", "Keep a doubted label"),
    "AddLabel": QT_TRANSLATE_NOOP("Command", "Add label"),
    "EditLabel": QT_TRANSLATE_NOOP("Command", "Change a label"),
    "RenameLabel": QT_TRANSLATE_NOOP("Command", "Rename label"),
    "LabelImages": QT_TRANSLATE_N_NOOP("Command", "Label {0} images"),
    "LabelEach": QT_TRANSLATE_N_NOOP("Command", "Label {0} images"),
    "RejectImages": QT_TRANSLATE_N_NOOP("Command", "Reject {0} images"),
    "KeepImages": QT_TRANSLATE_N_NOOP("Command", "Bring back {0} images"),
    "KeepOneOfEach": QT_TRANSLATE_N_NOOP("Command", "Reject {0} copies"),
    "SetCleaning": QT_TRANSLATE_NOOP("Command", "Change how pictures are cleaned"),
    "SetFrames": QT_TRANSLATE_NOOP("Command", "Change frame"),
    "SetManyFrames": QT_TRANSLATE_N_NOOP("Command", "Change the frames of {0} images"),
    "AddClustering": QT_TRANSLATE_N_NOOP("Command", "Cluster {0} images"),
    "ShowClustering": QT_TRANSLATE_NOOP("Command", "Show another clustering"),
    "SplitCluster": QT_TRANSLATE_NOOP("Command", "Split cluster"),
    "MergeClusters": QT_TRANSLATE_NOOP("Command", "Merge clusters"),
    "AcceptSuggestions": QT_TRANSLATE_N_NOOP("Command", "Accept {0} suggestions"),
    "SaveFilter": QT_TRANSLATE_NOOP("Command", "Save filter"),
    "NameCluster": QT_TRANSLATE_NOOP("Command", "Name cluster"),
    "AddSplit": QT_TRANSLATE_N_NOOP("Command", "Split {0} images"),
    "RenameRun": QT_TRANSLATE_NOOP("Command", "Rename run"),
    "DeleteRuns": QT_TRANSLATE_N_NOOP("Command", "Delete {0} runs"),
    "BringBackRuns": QT_TRANSLATE_N_NOOP("Command", "Bring back {0} runs"),
    "Prepare": QT_TRANSLATE_NOOP("Command", "Change how frames are made ready"),
    "UseSplit": QT_TRANSLATE_NOOP("Command", "Use another split"),
}


def command_words(kind: str, count: int) -> str:
    """Say in words what a journal entry did; empty for none."""
    text = _COMMANDS.get(kind, kind)
    return QCoreApplication.translate("Command", str(text), n=count).format(count) if kind else ""


_ROOMS = {
    "collect": QT_TRANSLATE_NOOP("Room", "Collect"),
    "sort": QT_TRANSLATE_NOOP("Room", "Sort"),
    "edit": QT_TRANSLATE_NOOP("Room", "Edit"),
    "split": QT_TRANSLATE_NOOP("Room", "Split"),
    "train": QT_TRANSLATE_NOOP("Room", "Train"),
    "test": QT_TRANSLATE_NOOP("Room", "Test"),
    "export": QT_TRANSLATE_NOOP("Room", "Export"),
}


def room_words(key: str) -> str:
    """Return the name of the room *key*."""
    return QCoreApplication.translate("Room", str(_ROOMS[key]))


_SOURCE_KINDS = {
    SourceKind.FOLDER: QT_TRANSLATE_NOOP("SourceKind", "Folder"),
    SourceKind.FILES: QT_TRANSLATE_NOOP("SourceKind", "Files"),
    SourceKind.ARCHIVE: QT_TRANSLATE_NOOP("SourceKind", "Zip"),
    SourceKind.CIFAR: QT_TRANSLATE_NOOP("SourceKind", "CIFAR batches"),
    SourceKind.PASTED: QT_TRANSLATE_NOOP("SourceKind", "Pasted pictures"),
    SourceKind.WEB: QT_TRANSLATE_NOOP("SourceKind", "Web pages"),
    SourceKind.SEARCH: QT_TRANSLATE_NOOP("SourceKind", "Image search"),
    SourceKind.ADDRESSES: QT_TRANSLATE_NOOP("SourceKind", "Address list"),
    SourceKind.DRIVE: QT_TRANSLATE_NOOP("SourceKind", "Google Drive link"),
    SourceKind.SAMPLE: QT_TRANSLATE_NOOP("SourceKind", "Sample site"),
}


def source_kind_words(kind: SourceKind) -> str:
    """Say in words in which way pictures come."""
    return QCoreApplication.translate("SourceKind", str(_SOURCE_KINDS[kind]))
