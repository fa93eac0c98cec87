"""The report as PDF, laid out by Qt. Runs in a process of its own, see `print_report` of the pipelines."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from winnow.base.files import write_atomically
from winnow.base.outcomes import Progress, Steps

_PRINTED_DPI = 300
_LAID_OUT_DPI = 96
_PLOT_SCALE = 3
_MARGINS_MM = QMarginsF(16, 16, 16, 18)
_FOOT_COLOUR = "#5B6472"
_PICTURE = "\ufffc"
"""What stands for a picture in the text of a document."""


def printed(html: str, plots: Sequence[str], target: Path) -> Steps:
    """Write *html*, of the subset that `QTextDocument` knows, as PDF to *target*; yield `Progress` in "pages".

    ``plot-N`` in it is the SVG *plots*[N]. Text stays text: it can be searched and copied.

    Raises:
        OSError: the disk did not take it.
    """
    application = _application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PRINTED_DPI)
    writer.setPageSize(QPageSize(_paper()))
    writer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    scale = _PRINTED_DPI / _LAID_OUT_DPI
    paper = QRectF(writer.pageLayout().paintRectPixels(_PRINTED_DPI))
    document = _laid_out(html, plots, QSizeF(paper.width() / scale, paper.height() / scale))
    title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    writer.setTitle(title)
    writer.setCreator("Winnow")
    painter = QPainter(writer)
    try:
        pages = document.pageCount()
        for page in range(pages):
            if page:
                writer.newPage()
            _draw_page(painter, document, page, scale)
            yield Progress(page + 1, pages, "pages")
    finally:
        painter.end()
        buffer.close()
    del application
    write_atomically(target, bytes(content.data()))


def _application() -> QGuiApplication:
    """Return what fonts need to be there, without a display where there is none."""
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["winnow"])


def _paper() -> QPageSize.PageSizeId:
    """Return the paper that the person's country uses."""
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter


def _laid_out(html: str, plots: Sequence[str], page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    # Sizes in pixels mean 1/96 inch whatever the screen, so that the paper is the same everywhere.
    sheet = QImage(1, 1, QImage.Format.Format_RGB32)
    sheet.setDotsPerMeterX(round(_LAID_OUT_DPI / 0.0254))
    sheet.setDotsPerMeterY(round(_LAID_OUT_DPI / 0.0254))
    document.documentLayout().setPaintDevice(sheet)
    font = QFont()
    font.setPointSizeF(9.5)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    for number, svg in enumerate(plots):
        url = QUrl(f"plot-{number}")
        document.addResource(QTextDocument.ResourceType.ImageResource.value, url, _drawn(svg))
    document.setHtml(html)
    document.setPageSize(page)
    keep_together(document)
    return document


_Piece = QTextBlock | QTextFrame


def keep_together(document: QTextDocument) -> None:
    """Begin a new page before headings, and before tables and pictures, that would be torn from what they belong to.

    Qt knows no rule of CSS for that. A table that is longer than a page is torn all the same.
    """
    pieces = _pieces(document.rootFrame())
    at = 0
    while at < len(pieces):
        end = at
        while end + 1 < len(pieces) and (_is_heading(pieces[end]) or (end > at and _is_strip(pieces[end + 1]))):
            end += 1
        top, bottom = _rect(document, pieces[at]).top(), _rect(document, pieces[end]).bottom()
        height = document.pageSize().height()
        begins, left = int(top // height), height - top % height
        is_torn = int((bottom - 1) // height) != begins
        if is_torn and top % height > 1 and (bottom - top < height or left < height / 6):
            _break_before(pieces[at])
        at = end + 1


def _pieces(root: QTextFrame) -> list[_Piece]:
    found: list[_Piece] = []
    place = root.begin()
    while not place.atEnd():
        frame, block = place.currentFrame(), place.currentBlock()
        found.append(frame if frame is not None else block)
        place += 1
    return found


def _is_heading(piece: _Piece) -> bool:
    return isinstance(piece, QTextBlock) and (piece.blockFormat().headingLevel() > 0 or not piece.text().strip())


def _is_strip(piece: _Piece) -> bool:
    """Say whether it is a row of pictures, which belongs to the words above it as they belong to their heading."""
    return isinstance(piece, QTextBlock) and piece.text().startswith(_PICTURE)


def _rect(document: QTextDocument, piece: _Piece) -> QRectF:
    layout = document.documentLayout()
    return layout.blockBoundingRect(piece) if isinstance(piece, QTextBlock) else layout.frameBoundingRect(piece)


def _break_before(piece: _Piece) -> None:
    policy = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    if isinstance(piece, QTextBlock):
        block_format = piece.blockFormat()
        block_format.setPageBreakPolicy(policy)
        QTextCursor(piece).setBlockFormat(block_format)
    elif isinstance(piece, QTextTable):
        table_format = piece.format()
        table_format.setPageBreakPolicy(policy)
        piece.setFormat(table_format)


def _drawn(svg: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize() * _PLOT_SCALE
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _draw_page(painter: QPainter, document: QTextDocument, page: int, scale: float) -> None:
    size = document.pageSize()
    painter.save()
    painter.scale(scale, scale)
    painter.save()
    painter.translate(0, -page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()
    font = QFont(document.defaultFont())
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(_FOOT_COLOUR)
    foot = QRectF(0, size.height() + 14, size.width(), 16)
    name = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, name)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{page + 1} / {document.pageCount()}")
    painter.restore()
