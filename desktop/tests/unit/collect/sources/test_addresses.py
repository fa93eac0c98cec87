from __future__ import annotations

import codecs

import pytest

from winnow.base.errors import UserError
from winnow.collect.sources.addresses import AddressSource, ListUnreadable
from winnow.domain.image import Reason

MALFORMED = (
    "http://", "https:///path.jpg", "http://a..b/", f"http://{'a' * 300}.example/x.jpg", "http://.example/", "http:",
    "http://a b.example/x.jpg", "http://[::1", "http://[::1]x/", "http://[fe80::1%25eth0]/x.jpg", "http://[v1.x]/",
    "http://256.1.1.1/x.jpg", "http://1.2.3.4.5/x.jpg", "http://0x100000000/", "http://99999999999/",
    "http://example.org:99999/x.jpg", "http://example.org:0/", "http://example.org:port/x.jpg", "http://example.org:-1/",
    "http://user:secret@example.org/x.jpg", "http://user@example.org/x.jpg", "file:///etc/passwd", "ftp://example.org/x",
    "data:image/png;base64,AAAA", "javascript:alert(1)", "example.org/x.jpg", "//", "cat.jpg", "http://exa\x01mple.org/",
    f"http://example.org/{'a' * 9000}", "http://exam_ple!.org/x.jpg",
)  # fmt: skip


def _finds(content, name="list.txt"):
    data = content if isinstance(content, bytes) else content.encode()
    return AddressSource.of(name, data).start()


def _addresses(content):
    return [one.addresses[0] for one in _finds(content).pictures]


def test_one_address_a_line_with_comments_blanks_and_any_line_ends():
    text = '# my cats\n\nhttp://example.org/1.jpg\r\n  <http://example.org/2.jpg>  \r"http://example.org/3.jpg"\n#end'
    assert _addresses(text) == [f"http://example.org/{one}.jpg" for one in (1, 2, 3)]


@pytest.mark.parametrize(
    "content",
    [
        "http://example.org/é.jpg".encode(),
        codecs.BOM_UTF8 + "http://example.org/é.jpg\n".encode(),
        codecs.BOM_UTF16_LE + "http://example.org/é.jpg\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "http://example.org/é.jpg\n".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "http://example.org/é.jpg\n".encode("utf-32-le"),
        "http://example.org/é.jpg\n".encode("utf-16-le"),
        "http://example.org/é.jpg\n".encode("utf-16-be"),
        "http://example.org/é.jpg\n".encode("cp1252"),
    ],
)
def test_any_usual_encoding(content):
    assert _addresses(content) == ["http://example.org/%C3%A9.jpg"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("header", ["url", "URL", "Image_URL", "address", "link"])
def test_a_column_by_its_name_and_what_stands_beside_it(delimiter, header):
    rows = [
        ["id", header, "Label", "title", "licence", "author", "page"],
        ["1", "http://example.org/1.jpg", "cat", f'"A {delimiter} B"', "CC0", "Ann", "https://example.org/p"],
        ["2", "http://example.org/2.jpg", "dog", "", "", "", "not an address"],
    ]
    first, second = _finds("\n".join(delimiter.join(row) for row in rows), "pets.csv").pictures
    assert (first.label, first.licence, first.author) == ("cat", "CC0", "Ann")
    assert first.title == " ".join(f"A {delimiter} B".split())
    assert first.page == "https://example.org/p"
    assert (second.label, second.page) == ("dog", "pets.csv")


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org/1.jpg,cat\nhttp://example.org/2.jpg,dog\n",
        "cat;http://example.org/1.jpg\ndog;http://example.org/2.jpg\n",
        "cat\thttp://example.org/1.jpg\r\n# more\r\ndog\thttp://example.org/2.jpg\r\n",
    ],
)
def test_two_columns_without_names_are_address_and_label(text):
    assert [(one.addresses[0], one.label) for one in _finds(text).pictures] == [
        ("http://example.org/1.jpg", "cat"),
        ("http://example.org/2.jpg", "dog"),
    ]


def test_commas_within_addresses_end_no_cell():
    text = "".join(f"https://img.example.org/w_200,h_300/{one}.jpg\n" for one in range(5))
    assert _addresses(text)[0] == "https://img.example.org/w_200,h_300/0.jpg"
    named = f"url\n{text}"
    assert _addresses(named)[4] == "https://img.example.org/w_200,h_300/4.jpg"


def test_malformed_addresses_are_withheld_each_with_its_line():
    assert len(MALFORMED) == 31
    finds = _finds("\n".join(("http://example.org/good.jpg", *MALFORMED)))
    assert [one.addresses for one in finds.pictures] == [("http://example.org/good.jpg",)]
    assert len(finds.withheld) == 31
    assert {reason for _, reason, _ in finds.withheld} == {Reason.REFUSED_ADDRESS}
    assert [detail.partition(":")[0] for _, _, detail in finds.withheld] == [f"line {one}" for one in range(2, 33)]
    shown = " ".join(one.addresses[0] for one, _, _ in finds.withheld)
    assert "secret" not in shown
    assert "\x01" not in shown


def test_lines_are_counted_through_comments_and_cells_of_several_lines():
    text = '# c\nurl,title\n"http://example.org/1.jpg","two\nlines"\n\nnonsense,x\n'
    finds = _finds(text)
    assert finds.pictures[0].title == "two lines"
    assert finds.withheld[0][2].startswith("line 6: ")


def test_an_open_quotation_mark_swallows_nothing():
    text = 'url,title\nhttp://example.org/1.jpg,"so\nhttp://example.org/2.jpg,b\nhttp://example.org/3.jpg,c\n'
    assert len(_addresses(text)) == 3


def test_each_address_counts_once_in_whatever_form():
    finds = _finds("http://Example.org:80/1.jpg,cat\nhttp://example.org/1.jpg#x,dog\nhttp://example.org/2.jpg,cat\n")
    assert [(one.addresses[0], one.label) for one in finds.pictures] == [
        ("http://example.org/1.jpg", "cat"),
        ("http://example.org/2.jpg", "cat"),
    ]
    assert len(finds.notes) == 2
    assert "the first one counts" in finds.notes[1]


def test_rows_without_an_address_are_counted():
    finds = _finds("url,label\nhttp://example.org/1.jpg,cat\n,dog\n")
    assert len(finds.pictures) == 1
    assert finds.notes == ("1 row without an address, so without a picture.",)


def test_a_table_of_one_row_that_is_too_short_is_no_trouble():
    assert _addresses("label,url\ncat,http://example.org/1.jpg\ndog\n") == ["http://example.org/1.jpg"]


@pytest.mark.parametrize("content", [b"", b"\n\n# nothing\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00", b"\x00" * 100])
def test_what_is_no_list_is_refused_in_words(content):
    with pytest.raises(ListUnreadable, match=r"list\.txt is no list of addresses") as caught:
        _finds(content)
    assert isinstance(caught.value, UserError)


@pytest.mark.parametrize("header", ["url,label\n", ""])
def test_a_long_list_is_told_whole_in_small_parts(header):
    text = header + "".join(
        f"http://example.org/{one % 5_000}.jpg,cat\nnonsense {one % 7},dog\n" for one in range(6_000)
    )
    parts = list(AddressSource("list.csv", text).parts())
    assert max(len(part.pictures) + len(part.withheld) for part in parts) <= 500
    assert sum(len(part.pictures) for part in parts) == 5_000
    assert sum(len(part.withheld) for part in parts) == 7
    (note,) = [note for part in parts for note in part.notes]
    assert note.startswith("6993 lines repeated an address")
