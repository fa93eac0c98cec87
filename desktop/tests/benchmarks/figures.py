"""What a bench found, held against its goal, and the interleaved timing that all benches share."""

from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One ratio and its goal: *value* must be at least, or with *at_most* at most, *bound*."""

    goal: str
    what: str
    value: float
    bound: float
    at_most: bool = False
    unit: str = "x"

    @property
    def is_met(self) -> bool:
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def __str__(self) -> str:
        sign = "<=" if self.at_most else ">="
        verdict = "met" if self.is_met else "MISSED"
        return f"{self.goal} {self.what}: {self.value:.2f}{self.unit} (goal {sign} {self.bound:g}{self.unit}) {verdict}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A comparison that was not made."""

    goal: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.goal} {self.what}: skipped, {self.why}"


@dataclass(frozen=True, slots=True)
class Note:
    """What a figure was taken on."""

    text: str

    def __str__(self) -> str:
        return f"   {self.text}"


Found = Figure | Skipped | Note


def medians(variants: Mapping[str, Callable[[], object]], rounds: int = 5, warm: bool = True) -> dict[str, float]:
    """Return the median seconds of each variant; every round runs all of them, each time starting with another."""
    names = list(variants)
    if warm:
        for name in names:
            variants[name]()
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            begin = time.perf_counter()
            variants[name]()
            times[name].append(time.perf_counter() - begin)
    return {name: statistics.median(each) for name, each in times.items()}


def returned(
    variants: Mapping[str, Callable[[], float]], rounds: int = 3, within_s: float = math.inf
) -> dict[str, float]:
    """Return the median of what each variant returns; every round runs all of them, as in `medians`.

    A round is left out that would not end *within_s* seconds if it took as long as the one before it.
    """
    names = list(variants)
    found: dict[str, list[float]] = {name: [] for name in names}
    began = last = time.monotonic()
    for turn in range(rounds):
        now = time.monotonic()
        if turn and (now - began) + (now - last) > within_s:
            print(f"   {turn} of {rounds} rounds: one more would pass {within_s / 60:g} minutes", flush=True)
            break
        last = now
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            found[name].append(variants[name]())
    return {name: statistics.median(each) for name, each in found.items()}


def load() -> str:
    """Return how busy the machine is, for ratios taken on a busy one are weaker."""
    if not hasattr(os, "getloadavg"):
        return f"{os.cpu_count()} cores"
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def in_ms(seconds: Mapping[str, float], each: int = 1) -> str:
    """Return the times as words, in milliseconds for each of *each* items."""
    return ", ".join(f"{name} {took * 1000 / each:.2f} ms" for name, took in seconds.items())
