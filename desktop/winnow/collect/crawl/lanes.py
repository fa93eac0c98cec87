"""What is still to be asked, in a lane for each host, and which of it may be asked now."""

from __future__ import annotations

import heapq
import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from winnow.collect.crawl.gates import Gates
from winnow.collect.crawl.tasks import RobotsOf, Task
from winnow.collect.finds import FoundPicture, Manners, Pace, Visit
from winnow.collect.net.addresses import Origin

_ENOUGH_PICTURES = 64
"""With so many waiting no further page is read: what pages name has to wait somewhere."""
_LONGEST_WAIT_S = 0.25


@dataclass(slots=True)
class _Lane:
    visits: deque[Task] = field(default_factory=deque)
    pictures: deque[Task] = field(default_factory=deque)

    def __bool__(self) -> bool:
        return bool(self.visits or self.pictures)


class Lanes:
    """The tasks of one crawl. Safe to call from several threads.

    Args:
        gates: Shared with all other crawls.
        manners: How the source wants to be asked.
        robots_task: What asks for an origin's robots.txt; None where it is known or need not be.
        crawl_delay: Seconds that an origin's robots.txt asks for between two requests.
        gap_s: Seconds that the person asks for; the longest of all these holds.
    """

    def __init__(
        self,
        gates: Gates,
        manners: Manners,
        robots_task: Callable[[Origin], Task | None],
        crawl_delay: Callable[[Origin], float],
        gap_s: float = 0.0,
    ) -> None:
        self._gap_s = gap_s
        self._gates = gates
        self._manners = manners
        self._robots_task = robots_task
        self._crawl_delay = crawl_delay
        self._lanes: dict[str, _Lane] = {}
        self._turns: deque[str] = deque()
        self._later: list[tuple[float, int, Task]] = []
        self._numbers = itertools.count()
        self._asked_robots: set[Origin] = set()
        self._known_robots: set[Origin] = set()
        self._pictures = 0
        self._is_closed = False

    def put(self, task: Task, delay_s: float = 0.0) -> None:
        """Take *task*, to be asked in *delay_s* seconds at the earliest."""
        with self._gates.changed:
            if delay_s > 0:
                heapq.heappush(self._later, (time.monotonic() + delay_s, next(self._numbers), task))
            else:
                self._line_up(task, is_first=task.tries > 0)
            self._gates.changed.notify()

    def robots_known(self, origin: Origin) -> None:
        """Let the tasks of *origin* be asked: its robots.txt has been read, or cannot be."""
        with self._gates.changed:
            self._known_robots.add(origin)
            self._gates.changed.notify_all()

    def take(self) -> Task | None:
        """Wait for a task whose host's gate is open, and go through it; None once all is over.

        Whoever takes a task leaves its host's gate afterwards.
        """
        with self._gates.changed:
            while not self._is_closed:
                self._bring_what_is_due()
                task, wait = self._next()
                if task is not None:
                    return task
                if self._later:
                    wait = min(wait, max(0.0, self._later[0][0] - time.monotonic()))
                self._gates.changed.wait(wait)
            return None

    def withdraw_visits(self) -> int:
        """Take out all visits that were not begun; return how many."""
        with self._gates.changed:
            count = 0
            for lane in self._lanes.values():
                # Pictures wait for robots.txt as well.
                robots = [task for task in lane.visits if isinstance(task.target, RobotsOf)]
                count += len(lane.visits) - len(robots)
                lane.visits = deque(robots)
            kept = [one for one in self._later if not isinstance(one[2].target, Visit)]
            count += len(self._later) - len(kept)
            self._later = kept
            heapq.heapify(self._later)
            return count

    def withdraw_host(self, host: str) -> list[Task]:
        """Take out, and return, all that was to be asked of *host*."""
        with self._gates.changed:
            lane = self._lanes.pop(host, _Lane())
            self._turns = deque(one for one in self._turns if one != host)
            self._pictures -= len(lane.pictures)
            taken = [*lane.visits, *lane.pictures]
            taken += [task for _, _, task in self._later if task.origin.host == host]
            self._later = [one for one in self._later if one[2].origin.host != host]
            heapq.heapify(self._later)
            for task in taken:
                if isinstance(task.target, RobotsOf):
                    # What is named there later has to ask again.
                    self._asked_robots.discard(task.target.origin)
            return [task for task in taken if not isinstance(task.target, RobotsOf)]

    def close(self) -> None:
        """Hand nothing out any more."""
        with self._gates.changed:
            self._is_closed = True
            self._gates.changed.notify_all()

    def _next(self) -> tuple[Task | None, float]:
        """Return a task of the first lane that may be served; or None and after how long to look again."""
        wait = _LONGEST_WAIT_S
        for _ in range(len(self._turns)):
            if self._gates.is_full:
                break
            host = self._turns.popleft()
            if not self._lanes[host]:
                del self._lanes[host]
                continue
            self._turns.append(host)
            task, seconds = self._from(host)
            if task is not None:
                return task, 0.0
            wait = min(wait, seconds)
        return None, wait

    def _line_up(self, task: Task, is_first: bool) -> None:
        host = task.origin.host
        if host not in self._lanes:
            self._lanes[host] = _Lane()
            self._turns.append(host)
        is_picture = isinstance(task.target, FoundPicture)
        line = self._lanes[host].pictures if is_picture else self._lanes[host].visits
        self._pictures += is_picture
        # Robots.txt too: everything else there waits for it.
        if is_first or isinstance(task.target, RobotsOf):
            line.appendleft(task)
        else:
            line.append(task)

    def _bring_what_is_due(self) -> None:
        now = time.monotonic()
        while self._later and self._later[0][0] <= now:
            self._line_up(heapq.heappop(self._later)[2], is_first=True)

    def _from(self, host: str) -> tuple[Task | None, float]:
        """Return a task of this lane, its gate gone through; or None and after how long to look again."""
        lane = self._lanes[host]
        line = self._line_of(lane)
        if line is None:
            return None, _LONGEST_WAIT_S
        origin = line[0].origin
        if isinstance(line[0].target, RobotsOf) or origin in self._known_robots:
            return self._through(host, origin, line)
        if origin in self._asked_robots:
            return None, _LONGEST_WAIT_S
        asked = self._robots_task(origin)
        if asked is None:
            self._known_robots.add(origin)
            return self._through(host, origin, line)
        self._asked_robots.add(origin)
        lane.visits.appendleft(asked)
        return self._through(host, origin, lane.visits)

    def _line_of(self, lane: _Lane) -> deque[Task] | None:
        """Return which of the lane's lines is served now: pictures, but pages while few pictures wait anywhere."""
        if lane.visits and (isinstance(lane.visits[0].target, RobotsOf) or self._pictures < _ENOUGH_PICTURES):
            return lane.visits
        return lane.pictures or None

    def _through(self, host: str, origin: Origin, line: deque[Task]) -> tuple[Task | None, float]:
        pace = self._manners.pace(host)
        pace = replace(pace, gap_s=max(pace.gap_s, self._gap_s))
        seconds = self._gates.enter(host, self._slowed(pace, origin))
        if seconds > 0:
            return None, seconds
        task = line.popleft()
        self._pictures -= isinstance(task.target, FoundPicture)
        return task, 0.0

    def _slowed(self, pace: Pace, origin: Origin) -> Pace:
        delay = self._crawl_delay(origin)
        return replace(pace, gap_s=max(pace.gap_s, delay)) if delay else pace
