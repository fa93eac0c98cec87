"""How learning rates are written."""

from __future__ import annotations


def rate_words(rate: float) -> str:
    """Return a learning rate as people write it: 3.54e-4."""
    if rate == 0:
        return "0"
    mantissa, exponent = f"{rate:.2e}".split("e")
    return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}".replace("-", "−" if rate < 0 else "-")


def short_rate(rate: float) -> str:
    """Return a learning rate with two figures: 3.3e-4."""
    mantissa, exponent = f"{rate:.1e}".split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"
