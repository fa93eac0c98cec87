from __future__ import annotations

import time

import pytest
from unit.collect.web.material import material, rows

from winnow.collect.web.robots import MOST_BYTES, RobotsRules

AGENT = "Winnow/1.0 (+https://winnow.example/)"


def test_all_undisputed_verdicts():
    verdicts = [row for row in rows("robots_expected.csv") if row["disputed"] == "0"]
    assert len(verdicts) == 321
    wrong = [
        row
        for row in verdicts
        if RobotsRules(material(row["robots_file"]).read_bytes(), row["user_agent"]).allows(row["url"])
        != (row["allowed"] == "1")
    ]
    assert wrong == []


def test_crawl_delays():
    for row in rows("crawl_delay_expected.csv"):
        rules = RobotsRules(row["robots_txt"].replace("\\n", "\n").encode(), row["user_agent"])
        assert rules.crawl_delay_s == (float(row["crawl_delay"]) if row["crawl_delay"] else None), row


def test_groups_for_others_do_not_bind_us():
    rules = RobotsRules(b"user-agent: otherbot\ndisallow: /\nuser-agent: *\ndisallow: /no\n", AGENT)
    assert rules.allows("http://a.test/yes")
    assert not rules.allows("http://a.test/no/1.jpg")
    ours = RobotsRules(b"User-Agent: otherbot\nUser-agent: WINNOW # hello\nDisallow: /\n", AGENT)
    assert not ours.allows("http://a.test/yes")


def test_without_a_file_everything_is_allowed():
    assert RobotsRules.none(AGENT).allows("http://a.test/a")
    assert RobotsRules.none(AGENT).crawl_delay_s is None


def test_what_follows_500_kb_is_not_read():
    begin = b"user-agent: *\n" + b"#" * MOST_BYTES + b"\n"
    assert RobotsRules(begin + b"disallow: /\n", AGENT).allows("http://a.test/")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"User-agent: a{number}" for number in range(20_000)) + "\n" + "Disallow: /a\n" * 20_000,
        "User-agent: *\n" + "".join(f"Disallow: /*{number}*a*a*a*b$\n" for number in range(15_000)),
        "User-agent: *\nDisallow: /" + "*a" * 240_000,
        "user-agent" + " " * 490_000,
        "\0\xff" * 200_000,
    ],
    ids=["names times rules", "wildcards", "one long pattern", "blanks", "no text"],
)
def test_a_hostile_file_takes_no_time(text):
    began = time.monotonic()
    RobotsRules(text.encode(), AGENT).allows("http://a.test/" + "a" * 4000)
    assert time.monotonic() - began < 5
