"""How many clusters fit: scores over k, and what they suggest."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.base.counted import counted


@dataclass(frozen=True, slots=True)
class KScores:
    """What one number of clusters scores."""

    k: int
    inertia: float
    """Sum of squared distances to the own centre; lower is tighter, and it always falls with k."""
    silhouette: float
    """-1 to 1; higher is better."""
    davies_bouldin: float
    """From 0; lower is better."""
    calinski_harabasz: float
    """From 0; higher is better."""
    stability: float
    """Mean adjusted Rand index of every two restarts, to 1; higher is better."""
    stability_low: float
    stability_high: float
    """The least and the greatest index of two restarts."""


@dataclass(frozen=True, slots=True)
class KChoice:
    """The scores of every k, ascending, and the k that most of them speak for."""

    scores: tuple[KScores, ...]
    suggested: int
    elbow: int
    """Where inertia bends most: farthest below the line between its ends."""
    agrees: tuple[str, ...]
    """Which scores are best at *suggested*: inertia, silhouette, davies_bouldin, calinski_harabasz, stability."""
    differs: tuple[tuple[str, int], ...]
    """(score, the k that it prefers) of the others."""
    restarts: int
    images: int
    """How many pictures were scored; fewer than there are where a sample was taken."""
    features: str

    @property
    def of_suggested(self) -> KScores:
        """The scores of the suggested k."""
        return next(one for one in self.scores if one.k == self.suggested)

    @property
    def sentence(self) -> str:
        """Why this k, in English."""
        return _sentence(self)


_BEST = {"silhouette": "silhouette", "davies_bouldin": "Davies–Bouldin", "calinski_harabasz": "Calinski–Harabasz"}
_NAMES = _BEST | {"inertia": "the bend of inertia", "stability": "stability"}
STEADY = 0.8
"""Restarts that agree less than this (adjusted Rand index) found different clusters."""


def _sentence(choice: KChoice) -> str:
    best = [words for name, words in _BEST.items() if name in choice.agrees]
    parts = [f"{_listed(best)} {'is' if len(best) == 1 else 'are'} best there"] if best else []
    if "inertia" in choice.agrees:
        parts.append("inertia bends there")
    steady = choice.of_suggested.stability
    if steady >= STEADY:
        best_agreement = " best" if "stability" in choice.agrees else ""
        parts.append(f"{counted(choice.restarts, 'restart')} agree{best_agreement} ({steady:.2f})")
    words = f"{choice.suggested} clusters: {_listed(parts) if parts else 'the best of all scores taken together'}"
    others = [f"{_NAMES[name]} prefers {k}" for name, k in choice.differs]
    if steady < STEADY:
        others.insert(0, f"{counted(choice.restarts, 'restart')} differ ({steady:.2f}), so look at more than one")
    return words + (f"; {_listed(others)}" if others else "") + "."


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
