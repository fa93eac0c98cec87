"""Which engine a job runs on, as a person names it."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass

from winnow.base.errors import OutsideError, UserError

LOCAL, RAY = "local", "ray"

_ADDRESS = re.compile(r"(ray://[^\s/?#]+:\d{1,5})(?:\?storage=(\S+))?")


class EngineUnknown(UserError):
    """There is no engine of a name."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(
            f"There is no engine {words!r}. Choose 'local' for this machine, 'ray' for all of its cores, "
            "or the address of a Ray cluster, such as ray://192.168.1.20:10001."
        )


class EngineMissing(UserError):
    """Ray is not installed beside Winnow."""

    def __init__(self) -> None:
        super().__init__(
            "Working on a cluster needs Ray, which is not here. Where Winnow was installed by pip, "
            "'pip install winnow[cluster]' adds it; Winnow from an installer comes without it."
        )


class ClusterUnreachable(OutsideError):
    """No cluster answers at an address."""

    def __init__(self, address: str, why: str) -> None:
        self.address = address
        super().__init__(
            f"The cluster at {address} cannot be used ({why}). Check that it is running, that its Python and Ray are "
            "the same versions as here, and that the address is right; or choose this machine."
        )


class NotElsewhere(UserError):
    """A network of the person's own was to be trained on other machines."""

    def __init__(self) -> None:
        super().__init__(
            "A network of your own is code, which is not sent to other machines. "
            "Train it on this machine, or choose another network."
        )


class WorkerLost(OutsideError):
    """A piece of work ended its worker again and again."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"A worker of the cluster ended again and again on the same piece of work ({why}). "
            "What was done before is kept. Often its memory ran out: give the workers more, or choose this machine."
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Ray cluster: at *address*, or one of *workers* workers (None: one a core) that lives as long as the job.

    Copies of pictures go there through *storage*, an address that all of its
    machines reach; "": through the cluster's own memory.
    """

    address: str | None = None
    workers: int | None = None
    storage: str = ""

    @property
    def is_here(self) -> bool:
        """Whether its workers read the same files as this process."""
        return self.address is None


def cluster_of(words: str) -> Cluster | None:
    """Return the cluster that *words* name: "local" is none, "ray" or "ray:2" is made here, "ray://host:port" is there.

    An address may end in ``?storage=`` and the address of a shared folder or object store.

    Raises:
        EngineUnknown: they name nothing. EngineMissing: Ray is not installed.
    """
    folded = words.strip()
    if folded in ("", LOCAL):
        return None
    name, _, count = folded.partition(":")
    address = _ADDRESS.fullmatch(folded)
    is_here = name == RAY and (not count or (count.isdecimal() and 0 < int(count) < 1000))
    if address is None and not is_here:
        raise EngineUnknown(words)
    if importlib.util.find_spec("ray") is None:
        raise EngineMissing
    if address is not None:
        return Cluster(address[1], storage=address[2] or "")
    return Cluster(workers=int(count) if count else None)


def is_cluster(words: str) -> bool:
    """Say whether *words* name a cluster and not a device of this machine."""
    return words.partition(":")[0] == RAY
