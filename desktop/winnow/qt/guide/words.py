"""What the guide says, and what its button says where the thing is done in the room itself."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.app.guidance import Advice

_WORDS = {
    Advice.COLLECT: QT_TRANSLATE_NOOP(
        "Guide", "Bring pictures in: press “Add source”, or drop a folder or a zip anywhere in the window."
    ),
    Advice.SORT_WHAT_CAME: QT_TRANSLATE_NOOP(
        "Guide", "Pictures are here. Next, put them into groups that look alike and give the groups names."
    ),
    Advice.COLLECT_FIRST: QT_TRANSLATE_NOOP("Guide", "There is nothing to sort yet: bring pictures in first."),
    Advice.CLUSTER: QT_TRANSLATE_NOOP(
        "Guide", "Put the pictures into groups that look alike: choose how many on the left and press “Cluster”."
    ),
    Advice.LABEL: QT_TRANSLATE_NOOP(
        "Guide", "Say what each group shows: press “Label as” over it, or select it by A and press a number."
    ),
    Advice.SPLIT_WHAT_IS_LABELLED: QT_TRANSLATE_NOOP(
        "Guide", "Most pictures have a label. Next, divide them into parts for learning, comparing and testing."
    ),
    Advice.LABEL_FIRST: QT_TRANSLATE_NOOP(
        "Guide", "Label pictures before you crop them: what has no label is not learnt."
    ),
    Advice.FRAME: QT_TRANSLATE_NOOP(
        "Guide", "Drag a side inward to crop, outward to pad; Enter accepts. Many projects need none of it."
    ),
    Advice.SPLIT_WHAT_IS_FRAMED: QT_TRANSLATE_NOOP(
        "Guide", "Frames can be changed at any time. Next, divide the pictures into parts."
    ),
    Advice.LABEL_BEFORE_SPLIT: QT_TRANSLATE_NOOP(
        "Guide", "A classifier tells at least two labels apart: give pictures two different ones first."
    ),
    Advice.SPLIT: QT_TRANSLATE_NOOP(
        "Guide", "Divide the pictures: one part to learn from, one to compare runs by, one kept sealed for the end."
    ),
    Advice.TRAIN_ON_SPLIT: QT_TRANSLATE_NOOP("Guide", "The parts are made. Next, train on the first of them."),
    Advice.SPLIT_FIRST: QT_TRANSLATE_NOOP(
        "Guide", "Nothing can be trained before the pictures are divided into parts."
    ),
    Advice.TRAIN: QT_TRANSLATE_NOOP(
        "Guide", "“Quick” learns within seconds and is often all you need. Press “Start run” and watch the curves."
    ),
    Advice.TEST_WHAT_IS_TRAINED: QT_TRANSLATE_NOOP(
        "Guide", "A run is here. Try other recipes as you like; when one is chosen, look at it once in Test."
    ),
    Advice.TRAIN_FIRST: QT_TRANSLATE_NOOP("Guide", "There is nothing to test before a run has ended."),
    Advice.TEST: QT_TRANSLATE_NOOP(
        "Guide", "The test part is sealed: looking spends it. Choose your run first, then open it once."
    ),
    Advice.EXPORT_WHAT_IS_TESTED: QT_TRANSLATE_NOOP(
        "Guide", "Look through the mistakes: often a label is wrong. Then take your data and model with you."
    ),
    Advice.TRAIN_BEFORE_EXPORT: QT_TRANSLATE_NOOP(
        "Guide", "The pictures can go out now; for a model to go with them, train one first."
    ),
    Advice.LABEL_BEFORE_EXPORT: QT_TRANSLATE_NOOP("Guide", "Only what has a label goes out: label pictures first."),
    Advice.EXPORT: QT_TRANSLATE_NOOP("Guide", "Choose a form for the pictures or the model, and write it to a folder."),
    Advice.GO_ROUND: QT_TRANSLATE_NOOP(
        "Guide", "That was the whole path. More pictures of what goes wrong are what helps most."
    ),
}


def advice_words(advice: Advice) -> str:
    """Return the sentence of *advice*."""
    return QCoreApplication.translate("Guide", str(_WORDS[advice]))
