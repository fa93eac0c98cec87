"""The one form of an address, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winnow.collect.net.addresses import Origin, canonical, joined, origin_of
from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.domain.image import Reason

MALFORMED = [
    "", " ", "http://", "http:///path.png", "http://?q=1", "//host/x.png", "host/x.png", "www.example.com",
    "http://a..b/", f"http://{'a' * 300}.test/", f"http://{'a.' * 130}test/", "http://.example.com/",
    "http://exa mple.com/", "http://exa<mple>.com/", "http://example.com:99999/", "http://example.com:0/",
    "http://example.com:-1/", "http://example.com:8o/", "http://[::1", "http://[1:2:3]/", "http://[fe80::1%25eth0]/",
    "http://[::1]x/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://0xzz.1/", "http://4294967296/",
    "http://user@example.com/", "http://user:pw@example.com/", "http://ex\x00ample.com/", "http://example.com/\x01x",
    f"http://example.com/{'a' * 9000}", "http://xn--\ud800.com/", "http://ex%61mple.com/", "http://%00/", "http://*/",
    "javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "ftp://host/x", "about:blank",
    "mailto:a@b.c", "http//example.com/", "1http://example.com/", "blob:http://example.com/1", "C:\\pictures\\a.png",
]  # fmt: skip


@pytest.mark.parametrize("address", MALFORMED, ids=lambda address: ascii(address)[:40])
def test_a_malformed_address_is_refused_in_words(address):
    with Fetcher(resolver=lambda _host, _port: []) as fetcher, pytest.raises(FetchRefused) as refused:
        fetcher.get(address, What.PICTURE)
    assert refused.value.code in (FetchCode.URL, FetchCode.SCHEME)
    assert refused.value.reason is Reason.REFUSED_ADDRESS
    assert str(refused.value).isprintable()
    assert "pw" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://Example.COM", "http://example.com/"),
        ("http://example.com:80/a", "http://example.com/a"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("https://example.com:80/a", "https://example.com:80/a"),
        ("  http://example.com/a\n", "http://example.com/a"),
        ("http://exam\nple.com/a\tb", "http://example.com/ab"),
        ("http://example.com/a#part", "http://example.com/a"),
        ("http://example.com?b=2&a=1", "http://example.com/?b=2&a=1"),
        ("http://example.com/a b.png", "http://example.com/a%20b.png"),
        ("http://example.com/é?ü=ß", "http://example.com/%C3%A9?%C3%BC=%C3%9F"),
        ("http://example.com/%C3%A9%2f", "http://example.com/%C3%A9%2f"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://例え.テスト/", "http://xn--r8jz45g.xn--zckzah/"),
        ("http://ＥＸＡＭＰＬＥ.com/", "http://example.com/"),
        ("http://example.com./", "http://example.com/"),
        ("http://my_host.example/", "http://my_host.example/"),
        ("http:\\\\example.com\\a", "http://example.com/a"),
        ("http://2130706434/", "http://127.0.0.2/"),
        ("http://0x7f.2/", "http://127.0.0.2/"),
        ("http://0177.0.0.2/", "http://127.0.0.2/"),
        ("http://0/", "http://0.0.0.0/"),
        ("http://[0:0:0::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_an_address_has_one_form(address, expected):
    assert canonical(address) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("b.png", "http://host.test/a/b.png"),
        ("/b.png", "http://host.test/b.png"),
        ("//other.test/b.png", "http://other.test/b.png"),
        ("?q", "http://host.test/a/page?q"),
        ("../../../b", "http://host.test/b"),
        ("\\\\other.test\\b", "http://other.test/b"),
    ],
)
def test_a_reference_is_read_from_where_it_stands(reference, expected):
    assert joined("http://host.test/a/page?x#y", reference) == expected


def test_an_origin_knows_the_port_that_is_not_written():
    assert origin_of("https://host.test/a") == Origin("https", "host.test", 443)
    assert origin_of("http://[::1]:81/a") == Origin("http", "::1", 81)


@settings(deadline=None, max_examples=100)
@given(st.from_regex(r"https?://([a-z0-9_-]{0,4}\.){1,3}[a-z0-9]{1,5}(:80)?/[aA-Z0-9._~/?=&%-]{0,9}", fullmatch=True))
def test_an_address_has_the_same_form_with_a_fragment_and_without(address):
    forms = []
    for one in (address, f"{address}#part"):
        try:
            forms.append(canonical(one))
        except FetchRefused as refused:
            forms.append(refused.code)
    assert forms[0] == forms[1]


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.text(), st.text().map("http://{}".format), st.text().map("http://host.test/{}".format)))
def test_any_text_has_a_stable_form_or_is_refused(text):
    try:
        once = canonical(text)
    except FetchRefused:
        return
    assert canonical(once) == once
    assert once.isascii()
    assert "@" not in once.split("/")[2]
