"""A result as text for the clipboard, in columns parted by tabs, as a spreadsheet takes them."""

from __future__ import annotations

from winnow.domain.judgement import Judgement, Level


def numbers_of(run: str, judgement: Judgement, level: Level) -> str:
    """Return the figures of *level* as lines."""
    what = "frames" if level is judgement.frames else "pictures"
    lines = [
        ("run", run),
        (what, level.n),
        ("right", level.right),
        ("accuracy", level.accuracy, *level.interval),
        ("balanced accuracy", level.balanced_accuracy),
        ("log loss", level.reliability.log_loss),
        ("calibration error", level.reliability.error),
    ]
    if level.calibration is not None and not level.calibration.is_vague:
        lines.append(("temperature", level.calibration.temperature))
    lines.append(("class", "n", "precision", "low", "high", "recall", "low", "high", "F1", "low", "high", "ROC area"))
    for one, curve in zip(level.classes, level.curves, strict=True):
        shares = (one.precision, *one.precision_interval, one.recall, *one.recall_interval, one.f1, *one.f1_interval)
        lines.append((one.label, one.n, *shares, "" if curve.roc_area is None else curve.roc_area))
    lines.append(("true \\ said", *judgement.labels))
    lines += [(label, *row) for label, row in zip(judgement.labels, level.confusion, strict=True)]
    return "\n".join("\t".join(_cell(cell) for cell in line) for line in lines)


def _cell(value: object) -> str:
    # A name that begins like a formula would be run by a spreadsheet.
    if isinstance(value, str):
        return f"'{value}" if value[:1] in ("=", "+", "-", "@") else value.replace("\t", " ")
    return f"{value:.6g}" if isinstance(value, float) else str(value)
