"""The crawl: breadth first through what a source names, many hosts at a time, each of them politely."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Generator, Iterator

from winnow.base.counted import counted
from winnow.base.outcomes import Note, Tick
from winnow.collect.crawl.asking import Asker, Cancelled, TryAgain, next_candidate, robots_address
from winnow.collect.crawl.beginning import parts_of
from winnow.collect.crawl.events import (
    Event,
    Fetched,
    Found,
    Missed,
    Past,
    Plan,
    Unchanged,
    Validators,
    VisitMissed,
    Waiting,
)
from winnow.collect.crawl.frontier import Frontier
from winnow.collect.crawl.gates import GATES, IN_ALL, Gates
from winnow.collect.crawl.lanes import Lanes
from winnow.collect.crawl.robots import Robots
from winnow.collect.crawl.silence import GIVEN_UP_AFTER, Silence
from winnow.collect.crawl.tasks import Delay, Outcome, Refusal, RobotsOf, Task
from winnow.collect.finds import Answer, Finds, FoundPicture, Source, Visit
from winnow.collect.net.addresses import Origin, canonical, origin_of
from winnow.collect.net.fetching import DEFAULT_USER_AGENT, Fetcher
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchRefused
from winnow.domain.image import Reason

_TICK_S = 0.1
_PATIENCE_S = 0.5
_AHEAD = 8
"""Answers that may wait to be taken; beyond them the asking threads rest."""


def crawl(
    source: Source,
    fetcher: Fetcher,
    plan: Plan,
    past: Past | None = None,
    *,
    user_agent: str = DEFAULT_USER_AGENT,
    limits: FetchLimits | None = None,
    gates: Gates = GATES,
) -> Generator[Event | Note | Tick, None, None]:
    """Ask for everything that *source* names; yield what comes of it, something at least every 100 ms.

    Not advanced, it rests once a few answers wait. Closed, it ends within a
    second: *fetcher* is cancelled then, and serves nobody any more.

    Args:
        source: Names pictures and pages.
        fetcher: Asks; of this crawl alone.
        plan: How much is wanted.
        past: Where an earlier crawl ended, None for a first one.
        user_agent: By which robots.txt knows us; that of *fetcher*.
        limits: How often, and after how long, a question is put again; those of *fetcher*.
        gates: Shared with the other crawls of this process.
    """
    one = _Crawl(source, fetcher, plan, past or Past(), Robots(user_agent), limits or FetchLimits(), gates)
    try:
        yield from one.run()
    finally:
        one.close()


class _Crawl:
    def __init__(
        self,
        source: Source,
        fetcher: Fetcher,
        plan: Plan,
        past: Past,
        robots: Robots,
        limits: FetchLimits,
        gates: Gates,
    ) -> None:
        self._source = source
        self._fetcher = fetcher
        self._past = past
        self._robots = robots
        self._gates = gates
        self._frontier = Frontier(plan, past)
        self._own: set[str] = set()
        self._silence = Silence()
        self._asker = Asker(source, fetcher, limits, robots, self._own, self._silence)
        self._lanes = Lanes(gates, source.manners, self._robots_task, robots.crawl_delay, plan.gap_s)
        self._answers: queue.Queue[Outcome | Delay] = queue.Queue(_AHEAD)
        self._is_over = threading.Event()
        self._open = 0
        self._threads = [
            threading.Thread(target=self._ask_on, name=f"crawl-{number}", daemon=True) for number in range(IN_ALL)
        ]

    def run(self) -> Iterator[Event | Note | Tick]:
        """Yield until nothing is open."""
        for thread in self._threads:
            thread.start()
        yield from self._begun()
        for visit in self._past.visits:
            self._want(self._visit_task(visit))
        for picture in self._past.pictures:
            self._want(self._picture_task(picture))
        while self._open > 0:
            try:
                outcome = self._answers.get(timeout=_TICK_S)
            except queue.Empty:
                yield Tick()
                continue
            yield from self._taken(outcome)
        if self._frontier.pages_left_out:
            links = counted(self._frontier.pages_left_out, "link")
            yield Note(f"{links} led to more pages than are read in one crawl.")

    def close(self) -> None:
        """Let the threads end; those that wait for a server are cut off."""
        self._is_over.set()
        self._lanes.close()
        self._fetcher.cancel()
        until = time.monotonic() + _PATIENCE_S
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))

    # On the crawl's own thread.

    def _begun(self) -> Iterator[Event | Note | Tick]:
        """Take what the source begins with; what of it is there already is asked for meanwhile."""
        for finds in parts_of(self._source):
            self._own |= _own_hosts(finds)
            yield from self._found(Found(self._frontier.new_of(finds)))
            yield Tick()
            while not self._answers.empty():
                yield from self._taken(self._answers.get_nowait())

    def _want(self, task: Task) -> None:
        self._open += 1
        self._lanes.put(task)

    def _visit_task(self, visit: Visit) -> Task:
        return Task(visit, visit.address, self._past.recall.of_visit(visit.address).headers())

    def _picture_task(self, picture: FoundPicture) -> Task:
        address = picture.addresses[0]
        return Task(picture, address, self._past.recall.of_picture(address).headers())

    def _found(self, found: Found) -> Iterator[Event | Note]:
        yield found
        for words in found.new.notes:
            yield Note(words)
        for picture, reason, detail in found.new.withheld:
            yield Missed(picture, reason, detail)
        for picture in found.new.pictures:
            self._want(self._picture_task(picture))
        if self._frontier.is_full:
            self._open -= self._lanes.withdraw_visits()
            return
        for visit in found.new.visits:
            self._want(self._visit_task(visit))

    def _taken(self, outcome: Outcome | Delay) -> Iterator[Event | Note]:
        if isinstance(outcome, Delay):
            if outcome.is_of_host:
                yield Waiting(outcome.host, outcome.seconds, outcome.why)
            return
        task = outcome.task
        if outcome.error is not None and outcome.refusal is None:
            raise outcome.error
        if isinstance(task.target, RobotsOf):
            self._lanes.robots_known(task.target.origin)
            return
        yield from self._settled(task, outcome)
        refusal, host = outcome.refusal, task.origin.host
        if refusal is None or refusal.silent != host:
            # If only by leading on to one that is silent.
            self._silence.heard(host)
        if refusal is not None and refusal.silent:
            yield from self._failed(refusal.silent, refusal)
        elif refusal is None and outcome.answer is not None:
            self._silence.heard(origin_of(outcome.answer.address).host)

    def _settled(self, task: Task, outcome: Outcome) -> Iterator[Event | Note]:
        refusal, answer = outcome.refusal, outcome.answer
        if isinstance(task.target, Visit):
            self._open -= 1
            if refusal is not None:
                yield VisitMissed(task.target, refusal.reason, refusal.detail, refusal.status, outcome.error)
            elif answer is not None:
                yield from self._read(task.target, answer, outcome.finds)
            return
        picture = task.target
        if isinstance(picture, RobotsOf):
            return
        if refusal is not None:
            again = next_candidate(task, picture, refusal, self._frontier.is_known)
            if again is not None:
                self._lanes.put(again)
                return
            told = task.first or refusal
            self._open -= 1
            yield Missed(picture, told.reason, told.detail, told.status, task.received)
        elif answer is not None:
            self._open -= 1
            yield Unchanged(picture) if answer.status == 304 else Fetched(picture, task.address, answer, task.received)

    def _read(self, visit: Visit, answer: Answer, finds: Finds | None) -> Iterator[Event | Note]:
        is_unchanged = finds is None
        recall = self._past.recall
        whole = recall.finds(visit.address) if finds is None else finds
        validators = recall.of_visit(visit.address) if is_unchanged else Validators.of(answer.headers)
        new = self._frontier.new_of(whole)
        received = len(answer.content)
        yield from self._found(Found(new, visit, answer.status, received, validators, whole, is_unchanged))

    def _failed(self, host: str, refusal: Refusal) -> Iterator[Event]:
        times = self._silence.failed(host)
        if times < GIVEN_UP_AFTER:
            return
        detail = f"{host} failed {times} times in a row ({refusal.detail}), so it was not asked any more"
        reason = Reason.TIMED_OUT if refusal.reason is Reason.TIMED_OUT else Reason.NOT_REACHED
        for task in self._lanes.withdraw_host(host):
            self._open -= 1
            if isinstance(task.target, Visit):
                yield VisitMissed(task.target, reason, detail)
            elif isinstance(task.target, FoundPicture):
                yield Missed(task.target, reason, detail, received=task.received)

    def _robots_task(self, origin: Origin) -> Task | None:
        if self._asker.is_exempt(origin.host) or self._robots.knows(origin):
            return None
        return Task(RobotsOf(origin), robots_address(origin))

    # On the asking threads.

    def _ask_on(self) -> None:
        while (task := self._lanes.take()) is not None:
            host = task.origin.host
            told: Outcome | Delay | None = None
            try:
                told = self._asked(task)
            except Cancelled:
                return
            finally:
                # Before the answer waits to be taken: a resting crawl must not keep others out.
                self._gates.leave(host, not isinstance(told, Outcome) or told.has_asked)
            if told is not None:
                self._tell(told)

    def _asked(self, task: Task) -> Outcome | Delay:
        try:
            return self._asker.ask(task)
        except TryAgain as later:
            task.tries += 1
            if later.slows_host:
                self._gates.shut(later.host, later.wait_s)
            self._lanes.put(task, later.wait_s)
            return Delay(later.host, later.wait_s, later.why, later.slows_host)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - nothing above this thread could; the crawl's own thread raises it
            return Outcome(task, error=error)

    def _tell(self, told: Outcome | Delay) -> None:
        while not self._is_over.is_set():
            try:
                self._answers.put(told, timeout=_TICK_S)
            except queue.Full:
                continue
            return


def _own_hosts(begin: Finds) -> frozenset[str]:
    """Return the hosts that a source names of itself, before any answer could have told it."""
    addresses = [visit.address for visit in begin.visits] + [one.addresses[0] for one in begin.pictures]
    hosts = set()
    for address in addresses:
        with contextlib.suppress(FetchRefused):
            hosts.add(origin_of(canonical(address)).host)
    return frozenset(hosts)
