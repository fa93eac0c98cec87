"""The report on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSizeF, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from winnow.base.outcomes import Progress
from winnow.exporting.report.plots import bars
from winnow.qt.printing import keep_together, printed


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    document.setPageSize(QSizeF(400, 300))
    return document


def _page_of(document: QTextDocument, words: str) -> int:
    block = document.find(words).block()
    return int(document.documentLayout().blockBoundingRect(block).top() // document.pageSize().height())


def test_a_heading_is_not_left_alone_at_the_foot_and_a_table_is_not_torn(qtbot: QtBot) -> None:
    rows = "".join(f"<tr><td>row {number}</td></tr>" for number in range(8))
    html = "<p>above</p>" * 9 + f"<h2>Heading</h2><table>{rows}</table>"
    torn = _document(html)
    assert _page_of(torn, "Heading") == 0
    assert _page_of(torn, "row 7") == 1
    keep_together(torn)
    assert {_page_of(torn, words) for words in ("Heading", "row 0", "row 7")} == {1}


def test_the_heading_of_a_cluster_stays_with_its_strip_of_pictures(qtbot: QtBot) -> None:
    drawn = "".join("<img src='plot-0' width='60' height='60'> " for _ in range(8))
    html = "<p>above</p>" * 8 + f"<h3>Grey cats</h3><p>12 pictures</p><p>{drawn}</p><p>below</p>"
    torn = _document(html)
    torn.addResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("plot-0"), QImage(60, 60, QImage.Format.Format_RGB32)
    )
    assert (_page_of(torn, "12 pictures"), _page_of(torn, "below")) == (0, 1)
    keep_together(torn)
    assert {_page_of(torn, words) for words in ("Grey cats", "12 pictures", "below")} == {1}


def test_a_table_longer_than_a_page_begins_where_it_stands(qtbot: QtBot) -> None:
    rows = "".join(f"<tr><td>row {number}.</td></tr>" for number in range(60))
    document = _document(f"<p>above</p><h2>Heading</h2><table>{rows}</table>")
    pages = document.pageCount()
    keep_together(document)
    assert document.pageCount() == pages
    assert _page_of(document, "Heading") == 0


def test_pages_are_counted_and_the_file_is_a_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    plot = bars("Licences", [("CC0", 3, "#2F63E8")])
    html = (
        "<html><head><title>pets: report</title></head><body>"
        + "<p>line</p>" * 200
        + "<img src='plot-0'></body></html>"
    )
    target = tmp_path / "report.pdf"
    steps = list(printed(html, (plot,), target))
    last = steps[-1]
    assert isinstance(last, Progress)
    assert last.done == last.total > 2
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == last.total
    assert b"/Subtype /Image" in content
