"""Why a number of clusters is suggested, in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from winnow.domain.k_choice import STEADY, KChoice

_SCORES = {
    "silhouette": QT_TRANSLATE_NOOP("KChoice", "silhouette"),
    "davies_bouldin": QT_TRANSLATE_NOOP("KChoice", "Davies–Bouldin"),
    "calinski_harabasz": QT_TRANSLATE_NOOP("KChoice", "Calinski–Harabasz"),
}
_NAMES = _SCORES | {
    "inertia": QT_TRANSLATE_NOOP("KChoice", "the bend of inertia"),
    "stability": QT_TRANSLATE_NOOP("KChoice", "stability"),
}


def k_words(choice: KChoice) -> str:
    """Return in a sentence or two what speaks for the suggested k, and which scores prefer another."""
    best = [_tr(str(name)) for key, name in _SCORES.items() if key in choice.agrees]
    parts = [_tr("best by {0}").format(", ".join(best))] if best else []
    if "inertia" in choice.agrees:
        parts.append(_tr("inertia bends there"))
    agreement, restarts = f"{choice.of_suggested.stability:.2f}", choice.restarts
    is_steady = choice.of_suggested.stability >= STEADY
    if is_steady:
        best_of_all = "stability" in choice.agrees
        agree = _tr("{0} restarts agree best ({1})" if best_of_all else "{0} restarts agree ({1})", n=restarts)
        parts.append(agree.format(restarts, agreement))
    why = ", ".join(parts) or _tr("the best of all scores taken together")
    said = [_tr("{0} clusters: {1}.", n=choice.suggested).format(choice.suggested, why)]
    if not is_steady:
        said.append(_tr("{0} restarts differ ({1}), so look at more than one.", n=restarts).format(restarts, agreement))
    if choice.differs:
        others = ", ".join(f"{_tr(str(_NAMES[name]))} {k}" for name, k in choice.differs)
        said.append(_tr("Others prefer: {0}.").format(others))
    return " ".join(said)


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("KChoice", words, n=n)
