"""When an address is tried again, and what the refusals mean."""

from __future__ import annotations

import copy
import pickle
import random
from datetime import UTC, datetime

import pytest
from unit.collect.net.hostile import Stage, giving, png, serving

from winnow.collect.net.answering import retry_after_s
from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.collect.net.retrying import retry_wait_s
from winnow.domain.image import Reason

_LIMITS = FetchLimits()


def _refused(code: FetchCode = FetchCode.STATUS, status: int | None = None, after: float | None = None) -> FetchRefused:
    return FetchRefused(code, "http://host.test/a.png", "it did not work", status, after)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_passes_is_tried_again_ever_later(status):
    rng = random.Random(3)
    waits = [retry_wait_s(_refused(status=status), attempt, _LIMITS, rng) for attempt in (1, 2, 3, 4)]
    assert [low <= wait <= low * 1.5 for low, wait in zip((1, 2, 4), waits[:3], strict=True)] == [True] * 3
    assert waits[3] is None


@pytest.mark.parametrize("status", [204, 301, 400, 401, 403, 404, 410, 999])
def test_what_stays_is_not_tried_again(status):
    assert retry_wait_s(_refused(status=status), 1, _LIMITS) is None


@pytest.mark.parametrize("code", FetchCode)
def test_only_broken_connections_and_silent_name_servers_are_tried_again(code):
    is_tried = retry_wait_s(_refused(code, status=404), 1, _LIMITS) is not None
    assert is_tried is (code in (FetchCode.NETWORK, FetchCode.CONNECT, FetchCode.DNS_SILENT))


@pytest.mark.parametrize(("after", "least", "most"), [(999999999.0, 300, 300), (30.0, 30, 30), (0.0, 1, 1.5)])
def test_a_server_may_ask_for_more_time_but_not_for_ever(after, least, most):
    assert least <= retry_wait_s(_refused(status=429, after=after), 1, _LIMITS) <= most


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0), (" 7 ", 7.0), ("Tue, 24 Nov 2026 08:01:00 GMT", 60.0), ("Mon, 01 Jan 2001 00:00:00 GMT", 0.0),
        ("", None), (None, None), ("soon", None), ("-5", None), ("1e9", None), ("Tue, 99 Nov 2026", None),
        ("9" * 400, None),
    ],
)  # fmt: skip
def test_retry_after_is_read_as_seconds_or_as_a_date(value, expected):
    assert retry_after_s(value, datetime(2026, 11, 24, 8, 0, tzinfo=UTC)) == expected


def test_the_third_try_succeeds_where_the_server_recovers():
    tries = []

    def recovering(stage: Stage) -> None:
        tries.append(stage.path)
        stage.answer(b"" if len(tries) < 3 else png(), status="503 No" if len(tries) < 3 else "200 OK")

    limits = FetchLimits(first_wait_s=0.001)
    with serving(plays={"/a": recovering}) as server, Fetcher(limits=limits, allow_private=True) as fetcher:
        waits = []
        for attempt in range(1, 5):
            try:
                answer = fetcher.get(f"{server.origin}/a", What.PICTURE)
                break
            except FetchRefused as refused:
                waits.append(retry_wait_s(refused, attempt, limits))
    assert answer.content == png()
    assert len(tries) == 3
    assert None not in waits


def test_a_servers_wish_comes_with_the_refusal():
    play = giving(b"", "Retry-After: 17", status="429 Too Many")
    with (
        serving(plays={"/a": play}) as server,
        Fetcher(allow_private=True) as fetcher,
        pytest.raises(FetchRefused) as refused,
    ):
        fetcher.get(f"{server.origin}/a", What.PAGE)
    assert refused.value.retry_after_s == 17
    assert refused.value.reason is Reason.HTTP_STATUS


@pytest.mark.parametrize("again", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
def test_a_refusal_travels_between_processes(again):
    other = again(_refused(status=503, after=2.0))
    assert (other.code, other.status, other.retry_after_s) == (FetchCode.STATUS, 503, 2.0)
    assert str(other) == "http://host.test/a.png was not fetched: it did not work."


def test_limits_can_run_faster_without_taking_less():
    fast = _LIMITS.faster(10)
    assert (fast.connect_s, fast.total_s(What.PICTURE), fast.total_s(What.PAGE)) == (0.5, 6.0, 3.0)
    assert fast.most_bytes(What.PICTURE) == _LIMITS.most_bytes(What.PICTURE) == 32 << 20


def test_each_code_has_a_reason_of_the_funnel():
    reasons = {code.value: _refused(code).reason for code in FetchCode}
    assert reasons["dns"] is reasons["tls"] is reasons["encoding"] is Reason.NOT_REACHED
    assert reasons["slow"] is reasons["deadline"] is Reason.TIMED_OUT
    assert reasons["too_big"] is Reason.TOO_MANY_BYTES
