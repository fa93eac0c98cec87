"""Asking one question once: the request, the reading of the answer, and whether it is worth another try."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping

from winnow.base.errors import OutsideError, UserError
from winnow.collect.crawl.robots import Robots
from winnow.collect.crawl.silence import Silence
from winnow.collect.crawl.tasks import Outcome, Refusal, RobotsOf, Task
from winnow.collect.finds import (
    Answer,
    ComeBackLater,
    Finds,
    FoundPicture,
    LeadsOn,
    Manners,
    Source,
    Visit,
    WordsStatus,
)
from winnow.collect.net.addresses import Origin, canonical, origin_of
from winnow.collect.net.fetching import Fetcher
from winnow.collect.net.limits import FetchLimits, What
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.collect.net.retrying import retry_wait_s
from winnow.collect.net.robots_tag import forbids
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused
from winnow.vision.sniff import sniff

SLOWING = frozenset({429, 503})
"""By these a server says that it is asked too much: all questions to it wait."""

_NOT_NOW = frozenset({Reason.NOT_REACHED, Reason.TIMED_OUT})
_MOST_FURTHER = 4
"""Pages that may lead on to one picture, one after the other."""


class Cancelled(Exception):
    """The crawl is over; nobody is interested in the answer."""


class TryAgain(Exception):
    """The same question is to be put again in *wait_s* seconds, because of *host*."""

    def __init__(self, host: str, wait_s: float, why: str, slows_host: bool) -> None:
        self.host = host
        self.wait_s = wait_s
        self.why = why
        self.slows_host = slows_host
        super().__init__(why)


class Asker:
    """Puts the questions of one source. Safe to call from several threads.

    Args:
        source: Reads answers.
        fetcher: Asks.
        limits: How often, and after how long, a question is put again.
        robots: What the origins allow.
        own: Hosts that the source itself begins at: its headers, which may be a key, go to no other.
        silence: Which hosts are asked nothing twice any more.
    """

    def __init__(
        self,
        source: Source,
        fetcher: Fetcher,
        limits: FetchLimits,
        robots: Robots,
        own: Collection[str],
        silence: Silence,
    ) -> None:
        self._source = source
        self._manners: Manners = source.manners
        self._fetcher = fetcher
        self._limits = limits
        self._robots = robots
        self._own = own
        self._silence = silence
        self._jitter = random.Random()

    def is_exempt(self, host: str) -> bool:
        """Say whether *host* is a programming interface that the source may ask by its own terms."""
        return not self._manners.obeys_robots and host in self._own

    def ask(self, task: Task) -> Outcome:
        """Ask once.

        Raises:
            TryAgain, Cancelled.
        """
        try:
            if isinstance(task.target, RobotsOf):
                return self._robots_of(task)
            objection = None if self.is_exempt(task.origin.host) else self._robots.objection(task.address)
            if objection is not None:
                return Outcome(task, refusal=objection, has_asked=False)
            if isinstance(task.target, Visit):
                return self._visit(task, task.target)
            return self._picture(task, task.target)
        except FetchRefused as refused:
            return self._not_fetched(task, refused)
        except PictureRefused as refused:
            return Outcome(task, refusal=_answered(task, refused.reason, refused.detail, 200))

    def _get(self, address: str, what: What, headers: Mapping[str, str]) -> Answer:
        own = self._manners.headers if origin_of(address).host in self._own else {}
        return self._fetcher.get(address, what, {**own, **headers})

    def _robots_of(self, task: Task) -> Outcome:
        answer = self._get(task.address, What.ROBOTS, {})
        self._robots.learn(task.origin, answer)
        return Outcome(task, answer)

    def _visit(self, task: Task, visit: Visit) -> Outcome:
        what = What.API if self.is_exempt(task.origin.host) else What.PAGE
        answer = self._get(task.address, what, task.headers)
        if answer.status == 304:
            return Outcome(task, answer)
        objection = self._objection_to(task, answer)
        if objection is not None:
            return Outcome(task, refusal=objection)
        try:
            finds: Finds = self._source.read(visit, answer)
        except ComeBackLater as later:
            if task.tries >= self._limits.retries:
                refusal = _answered(task, Reason.NOT_REACHED, _detail(later), answer.status)
                return Outcome(task, answer, refusal=refusal, error=later)
            wait = min(later.wait_s, self._limits.longest_wait_s)
            raise TryAgain(task.origin.host, wait, _detail(later), slows_host=True) from later
        except (UserError, OutsideError) as error:
            reason = getattr(error, "reason", Reason.BROKEN)
            detail = getattr(error, "detail", "") or _detail(error)
            return Outcome(task, answer, refusal=_answered(task, reason, detail, answer.status), error=error)
        return Outcome(task, answer, finds)

    def _picture(self, task: Task, picture: FoundPicture) -> Outcome:
        answer = self._get(task.address, What.PICTURE, task.headers)
        if answer.status == 304:
            return Outcome(task, answer)
        task.received += len(answer.content)
        if isinstance(self._source, LeadsOn):
            for _ in range(_MOST_FURTHER):
                further = self._source.further_address(picture, answer)
                if not further:
                    break
                answer = self._get(canonical(further), What.PICTURE, {})
                task.received += len(answer.content)
            else:
                what = (
                    f"one page after another came instead of it, {_MOST_FURTHER} of them; open its address in a browser"
                )
                return Outcome(task, refusal=_answered(task, Reason.NOT_REACHED, what, answer.status))
        objection = self._objection_to(task, answer)
        if objection is not None:
            return Outcome(task, refusal=objection)
        directive = None if self.is_exempt(task.origin.host) else forbids(answer.headers)
        if directive is not None:
            return Outcome(task, refusal=Refusal(Reason.NO_AI, f"the server says {directive}", answer.status))
        if task.candidate + 1 < len(picture.addresses):
            # Only where there is another address to try: what it is in the end, the decoder says.
            sniff(answer.content)
        return Outcome(task, answer)

    def _objection_to(self, task: Task, answer: Answer) -> Refusal | None:
        """Return why an answer from where redirects led must not be used."""
        if answer.address == task.address or self.is_exempt(task.origin.host):
            return None
        origin = origin_of(answer.address)
        if not self._robots.knows(origin):
            try:
                self._robots.learn(origin, self._get(robots_address(origin), What.ROBOTS, {}))
            except FetchRefused as refused:
                if refused.code is FetchCode.CANCELLED or self._wait_s(task, refused) is not None:
                    raise
                self._robots.learn_refusal(origin, refused)
        return self._robots.objection(answer.address)

    def _not_fetched(self, task: Task, refused: FetchRefused) -> Outcome:
        if refused.code is FetchCode.CANCELLED:
            raise Cancelled from refused
        wait = self._wait_s(task, refused)
        detail = refused.detail
        if wait is not None:
            raise TryAgain(_host_of(refused), wait, detail, slows_host=refused.status in SLOWING) from refused
        status = refused.status or 0
        if isinstance(task.target, RobotsOf):
            self._robots.learn_refusal(task.origin, refused)
        elif isinstance(task.target, Visit) and status >= 400 and isinstance(self._source, WordsStatus):
            detail = self._source.status_words(status, refused.retry_after_s) or detail
        if refused.reason is Reason.HTTP_STATUS and isinstance(task.target, FoundPicture):
            # The funnel counts by the number alone.
            detail = str(status)
        silent = _host_of(refused) if refused.is_silence or status in SLOWING else ""
        return Outcome(task, refusal=Refusal(refused.reason, detail, status, silent))

    def _wait_s(self, task: Task, refused: FetchRefused) -> float | None:
        """Return after how long the question is put again, None where it is not."""
        wait = retry_wait_s(refused, task.tries + 1, self._limits, self._jitter)
        return None if wait is not None and self._silence.is_given_up(_host_of(refused)) else wait


def _host_of(refused: FetchRefused) -> str:
    """Return who failed, of an address that was asked: where a redirect led, not where it began."""
    return origin_of(refused.address).host


def _answered(task: Task, reason: Reason, detail: str, status: int) -> Refusal:
    """Return the refusal that an answer is; one that gives nothing for now counts as none."""
    return Refusal(reason, detail, status, task.origin.host if reason in _NOT_NOW else "")


def robots_address(origin: Origin) -> str:
    """Return where the robots.txt of *origin* is."""
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    return canonical(f"{origin.scheme}://{host}:{origin.port}/robots.txt")


def next_candidate(task: Task, picture: FoundPicture, refusal: Refusal, is_known: Callable[[str], bool]) -> Task | None:
    """Return the task that asks for the picture's next address, None where there is none left.

    *is_known* says of an address that it is asked for as a picture of its own.
    """
    for candidate in range(task.candidate + 1, len(picture.addresses)):
        address = picture.addresses[candidate]
        if not is_known(address):
            return Task(picture, address, candidate=candidate, first=task.first or refusal, received=task.received)
    return None


def _detail(error: Exception) -> str:
    return str(error).rstrip(".")
