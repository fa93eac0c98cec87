"""Icons: our SVG files drawn in the colour of a token, at any size and density.

An icon asks the theme for its colour when it is painted, so a change of theme
needs no new icons: a repaint, which the new palette causes anyway, is enough.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from winnow.base.errors import ContractError
from winnow.base.paths import resource
from winnow.qt.theme.theme import current_theme


def icon(name: str, role: str = "text-2") -> QIcon:
    """Return the icon *name* in the colour of the token *role*; disabled it is ``text-3``, checked ``link``.

    Raises:
        ContractError: there is no such icon or no such token.
    """
    _source(name)
    current_theme().tokens.colour(role)
    return QIcon(_Engine(name, role))


def pixmap(name: str, role: str, edge_px: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square of *edge_px* logical pixels for a screen of *ratio* device pixels each."""
    made = _drawn(name, current_theme().tokens.colour(role).name(), round(edge_px * ratio))
    made = QPixmap(made)
    made.setDevicePixelRatio(ratio)
    return made


def app_icon() -> QIcon:
    """Return Winnow's own icon, which keeps its colours."""
    return QIcon(str(resource("icons", "winnow.svg")))


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons but the program's own."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "winnow"))


class _Engine(QIconEngine):
    """Draws one SVG in one token's colour."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def key(self) -> str:
        return "winnow"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        edge = min(rect.width(), rect.height())
        drawn = QPixmap(_drawn(self._name, self._colour(mode, state).name(), round(edge * ratio)))
        drawn.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.x() + (rect.width() - edge) // 2, rect.y() + (rect.height() - edge) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap(_drawn(self._name, self._colour(mode, state).name(), min(size.width(), size.height())))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        tokens = current_theme().tokens
        if mode == QIcon.Mode.Disabled:
            return tokens.colour("text-3")
        if state == QIcon.State.On and self._role in {"text", "text-2"}:
            return tokens.colour("link")
        return tokens.colour(self._role)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise ContractError(f"There is no icon named {name!r} in {path.parent}.")
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, edge_px: int) -> QPixmap:
    """Draw the icon *edge_px* device pixels wide and high."""
    made = QPixmap(edge_px, edge_px)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(painter)
    painter.end()
    return made
