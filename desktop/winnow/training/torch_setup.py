"""How torch is set up: threads, seeds, devices."""

from __future__ import annotations

import torch

from winnow.base.errors import UserError
from winnow.base.machine import cores_beside_the_window, may_use_graphics_card


class DeviceMissing(UserError):
    """A device was chosen that this machine does not have."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no device {name!r} here that can train. Choose 'auto' or 'cpu'.")


def use_threads(count: int | None = None) -> int:
    """Let torch use *count* cores (None: those that long computations may take); return how many."""
    threads = count or cores_beside_the_window()
    torch.set_num_threads(threads)
    return threads


def use_thread_of_head() -> None:
    """Let torch use the one core that a head on stored features learns fastest on; more only wait for each other."""
    use_threads(1)


def seed_everything(seed: int) -> None:
    """Make what torch draws from now on depend on *seed* alone; on a CPU bit for bit, at the same thread count."""
    torch.manual_seed(seed)
    if torch.cuda.is_available():
        torch.backends.cudnn.benchmark = False
        torch.backends.cudnn.deterministic = True


def device_of(name: str) -> torch.device:
    """Return the device called *name*; "auto" is the first GPU, or the CPU where none may be used.

    Raises:
        DeviceMissing: this machine does not have it.
    """
    if name == "auto":
        if not may_use_graphics_card():
            return torch.device("cpu")
        return torch.device("cuda" if torch.cuda.is_available() else "mps" if _has_mps() else "cpu")
    if name == "cpu" or (name == "mps" and _has_mps()):
        return torch.device(name)
    if name.partition(":")[0] == "cuda" and torch.cuda.is_available():
        number = name.partition(":")[2] or "0"
        if number.isdecimal() and int(number) < torch.cuda.device_count():
            return torch.device(name)
    raise DeviceMissing(name)


def device_or_cpu(name: str) -> tuple[torch.device, str]:
    """Return the device called *name*, or the CPU and what to say about that."""
    try:
        return device_of(name), ""
    except DeviceMissing:
        return torch.device("cpu"), (
            f"The device {name!r} is not there or cannot train. The run goes on the processor instead, which is slower."
        )


def _has_mps() -> bool:
    return torch.backends.mps.is_available()
