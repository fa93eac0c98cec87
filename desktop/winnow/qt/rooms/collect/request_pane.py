"""A source that is still to be added: its fields, in the place of the funnel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from winnow.app.pipelines.wishes import MOST_IMAGES, DriveWish, PagesWish, SearchWish, Wish
from winnow.app.queries.searches import offered_searches
from winnow.qt.looking_only import changes_project
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.button import Button, IconButton, Role, Size
from winnow.qt.widgets.form import FormRow, SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.switch import Switch

_MOST_EVER = 100_000
_MOST_DEPTH = 5


class RequestForm(QWidget):
    """Fields of one kind of source; `wish` reads them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def wish(self) -> Wish:
        """Return what is asked for."""
        raise NotImplementedError

    def missing(self) -> str:
        """Say in words what is not filled in; empty where nothing is missing."""
        raise NotImplementedError

    def add_switch(self, words: str, hint: str) -> Switch:
        """Add a switch with *words* before it and *hint* under it."""
        switch = Switch(words, self)
        row = QHBoxLayout()
        row.addWidget(Label(words, parent=self), 1)
        row.addWidget(switch)
        self.column.addLayout(row)
        self.column.addWidget(Label(hint, Type.CAPTION, "text-2", self, wrap=True))
        return switch


class PagesForm(RequestForm):
    """Web pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addresses = QPlainTextEdit(self)
        self.addresses.setPlaceholderText("https://example.org/cats")
        self.addresses.setTabChangesFocus(True)
        self.addresses.setFixedHeight(92)
        self.column.addWidget(FormRow(self.tr("Addresses, one a line"), self.addresses, self))
        self.link_depth = WholeField(0, _MOST_DEPTH, self)
        self.link_depth.setValue(1)
        self.most = WholeField(1, _MOST_EVER, self)
        self.most.setValue(MOST_IMAGES)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FormRow(self.tr("Follow links"), self.link_depth, self), 1)
        row.addWidget(FormRow(self.tr("At most images"), self.most, self), 1)
        self.column.addLayout(row)
        hint = self.tr("0 reads these pages only, 1 also the pages that they link to.")
        self.column.addWidget(Label(hint, Type.CAPTION, "text-2", self, wrap=True))
        self.same_site = self.add_switch(
            self.tr("Stay on the same site"),
            self.tr("Follow no link to another site. Pictures may come from anywhere."),
        )
        self.same_site.setChecked(True)
        self.private = self.add_switch(
            self.tr("Allow private addresses"),
            self.tr("Only for a server of your own: this computer, or one in your network."),
        )

    def wish(self) -> PagesWish:
        lines = (line.strip() for line in self.addresses.toPlainText().splitlines())
        typed = tuple(line if "://" in line else f"https://{line}" for line in lines if line)
        return PagesWish(
            typed, self.link_depth.value(), self.same_site.isChecked(), self.most.value(), self.private.isChecked()
        )

    def missing(self) -> str:
        return "" if self.addresses.toPlainText().strip() else self.tr("Type at least one address.")


class SearchForm(RequestForm):
    """An image search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.service = QComboBox(self)
        self._hints: dict[str, str] = {}
        for one in offered_searches():
            self.service.addItem(one.name, one.key)
            self._hints[one.key] = one.hint
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("domestic cat"))
        self.licence = QComboBox(self)
        for key, words in (
            ("", self.tr("Any free licence")),
            ("commercial", self.tr("Commercial use allowed")),
            ("modification", self.tr("Changes allowed")),
            ("cc0,pdm", self.tr("Public domain only")),
        ):
            self.licence.addItem(words, key)
        self.most = WholeField(1, _MOST_EVER, self)
        self.most.setValue(200)
        self._in = FormRow(self.tr("Search in"), self.service, self)
        self.column.addWidget(self._in)
        self.column.addWidget(FormRow(self.tr("Search for"), self.words, self))
        self.column.addWidget(FormRow(self.tr("Licence"), self.licence, self))
        self.column.addWidget(FormRow(self.tr("At most images"), self.most, self))
        self.service.currentIndexChanged.connect(self._show_hint)
        self._show_hint()
        hint = self.tr("Author, licence and page are kept with each picture. Check a licence before you rely on it.")
        self.column.addWidget(Label(hint, Type.CAPTION, "text-2", self, wrap=True))

    @Slot()
    def _show_hint(self, _at: int = 0) -> None:
        self._in.show_hint(self._hints[str(self.service.currentData())])

    def wish(self) -> SearchWish:
        return SearchWish(
            str(self.service.currentData()),
            self.words.text().strip(),
            str(self.licence.currentData()),
            self.most.value(),
        )

    def missing(self) -> str:
        return "" if self.words.text().strip() else self.tr("Type what to search for.")


class DriveForm(RequestForm):
    """A share link of Google Drive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = QLineEdit(self)
        self.link.setPlaceholderText("https://drive.google.com/drive/folders/…")
        hint = self.tr("A file or a folder that is shared with 'anyone with the link'. No account is needed.")
        self.column.addWidget(FormRow(self.tr("Share link"), self.link, self, hint))

    def wish(self) -> DriveWish:
        return DriveWish(self.link.text().strip())

    def missing(self) -> str:
        return "" if self.link.text().strip() else self.tr("Paste the share link.")


class RequestPane(QWidget):
    """The form of one kind, with its title, its button and a way back."""

    wished = Signal(object)  # Wish
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: RequestForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        close = IconButton("reject", self.tr("Close"), self, shortcut="Esc", size=Size.SMALL)
        close.clicked.connect(self._leave)
        self._heading = SectionHeading("", parent=self, style=Type.HEADING, action=close)
        self._wrong = Label("", Type.SMALL, "bad", self, wrap=True)
        self._wrong.hide()
        self.start_button = Button(self.tr("Start"), self, Role.PRIMARY, "collect")
        changes_project(self.start_button)
        self.start_button.clicked.connect(self._ask)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._wrong)
        self._column.addWidget(self.start_button)

    @property
    def form(self) -> RequestForm | None:
        """The form that is shown."""
        return self._form

    def show_form(self, title: str, form: RequestForm) -> None:
        """Show *form* under *title*; the first field has the focus."""
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        self._heading.show_name(title)
        self.show_wrong("")
        self._column.insertWidget(1, form)
        form.show()
        first = next(
            field
            for field in form.findChildren(QWidget)
            if isinstance(field, QPlainTextEdit | QLineEdit) and field.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        first.setFocus()
        for line in form.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly):
            line.returnPressed.connect(self._ask)

    def show_wrong(self, words: str) -> None:
        """Say why it cannot be started; an empty text takes it away."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    @Slot()
    def _ask(self, _checked: bool = False) -> None:
        if self._form is None:
            return
        missing = self._form.missing()
        self.show_wrong(missing)
        if not missing:
            self.wished.emit(self._form.wish())

    def _leave(self, _checked: bool = False) -> None:
        self.left.emit()
