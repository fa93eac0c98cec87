"""A picture that can be zoomed and moved about; what is laid over it comes from its subclass."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from winnow.qt.accessible import tell_role
from winnow.qt.canvas.picture import Picture, Pixels
from winnow.qt.canvas.viewport import Viewport, fitting
from winnow.qt.theme.theme import current_theme

_MARGIN_PX = 56
_NOTCH = 120
_ZOOM = 1.25


class PictureView(QWidget):
    """Shows a picture; the wheel zooms at the pointer, Space-drag and the middle button move it."""

    zoom_changed = Signal(float)  # pixels of the screen for each of the picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._view = Viewport()
        self._is_fitted = True
        self._pan_from: QPointF | None = None
        self._is_space_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tell_role(self, QAccessible.Role.Graphic)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        current_theme().changed.connect(self.update)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for each of the picture."""
        return self._view.scale

    def show_picture(self, pixels: Pixels, full_size: tuple[int, int]) -> None:
        """Show another picture, fitted.

        Args:
            pixels: (H, W, 3) uint8, sRGB, upright; may be reduced.
            full_size: Its true width and height, which frames count in.
        """
        self.show_made(Picture(pixels, full_size))

    def show_made(self, picture: Picture) -> None:
        """Show another picture, fitted, that was made elsewhere."""
        self._picture = picture
        self._pan_from = None
        self.fit()
        self.update()

    def show_detail(self, picture: Picture) -> None:
        """Show the same picture with all its pixels; nothing moves."""
        if self._picture is not None and picture.full_size == self._picture.full_size:
            self._picture = picture
            self.update()

    def fit(self) -> None:
        """Show everything."""
        if self._picture is not None:
            self._see(fitting(self._area(), (self.width(), self.height()), _MARGIN_PX), is_fitted=True)

    def zoom_to(self, scale: float) -> None:
        """Show the picture *scale* times as large as it is, about the canvas's middle."""
        self._see(self._view.zoomed(scale / self._view.scale, (self.width() / 2, self.height() / 2)))

    def zoom_in(self) -> None:
        """Show it a step larger."""
        self.zoom_to(self._view.scale * _ZOOM)

    def zoom_out(self) -> None:
        """Show it a step smaller."""
        self.zoom_to(self._view.scale / _ZOOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().tokens.colour("canvas"))
        if self._picture is not None:
            self._paint_over(painter, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._see(self._view.zoomed(_ZOOM ** (event.angleDelta().y() / _NOTCH), (at.x(), at.y())))
        event.accept()

    def _area(self) -> tuple[float, float, float, float]:
        """Return what `fit` shows: left, top, right, bottom in the picture's pixels."""
        return (0, 0, *self._picture.full_size) if self._picture is not None else (0, 0, 1, 1)

    def _paint_over(self, painter: QPainter, picture: Picture) -> None:
        """Paint the picture and what lies over it."""
        x, y = self._view.to_screen((0, 0))
        width, height = picture.full_size
        target = QRectF(x, y, width * self._view.scale, height * self._view.scale)
        picture.paint(painter, target, self.devicePixelRatioF())

    def _begin_pan(self, event: QMouseEvent) -> bool:
        """Move the picture from now on, if that is what the press means."""
        if event.button() != Qt.MouseButton.MiddleButton and not self._is_space_held:
            return False
        self._pan_from = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def _pan(self, at: QPointF) -> bool:
        if self._pan_from is None:
            return False
        by = at - self._pan_from
        self._pan_from = at
        self._see(self._view.panned(by.x(), by.y()))
        return True

    def _see(self, view: Viewport, is_fitted: bool = False) -> None:
        self._is_fitted = is_fitted
        zooms = view.scale != self._view.scale
        self._view = view
        self.update()
        if zooms:
            self.zoom_changed.emit(view.scale)
