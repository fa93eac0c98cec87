"""The data set: its layout, what becomes of frames, and what will be written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from winnow.app.pipelines.export_into import parquet_is_there
from winnow.app.queries.exportable import Exportable
from winnow.domain.data_set import DataSetOptions, FileFormat, Layout
from winnow.qt.bridge import Bridge
from winnow.qt.counting import counted
from winnow.qt.figures import count_words
from winnow.qt.rooms.export.panel import ExportPanel
from winnow.qt.rooms.export.words import file_format_words, layout_words, size_words
from winnow.qt.theme.fonts import Type
from winnow.qt.widgets.banner import WarningBanner
from winnow.qt.widgets.button import Button, Role, Size
from winnow.qt.widgets.card import OptionCard
from winnow.qt.widgets.form import FactRow, FormRow, SectionHeading
from winnow.qt.widgets.label import Label
from winnow.qt.widgets.number_field import WholeField
from winnow.qt.widgets.segmented import Segmented

_LONGEST_SIDES_PX = (256, 512, 1024, 2048)
_APPLY, _BOXES = "apply", "boxes"


class DataSetPanel(ExportPanel):
    """Chooses `options`; *edited* says that they changed."""

    edited = Signal()
    discard_wanted = Signal()  # what a stopped export left is to go

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, self.tr("Data set"), "database", self.tr("Export data set"), parent)
        self._layout = Layout.FOLDERS
        self._only_known = False
        self._found: Exportable | None = None
        self.cards: dict[Layout, OptionCard] = {}
        self.frames = Segmented(
            [(_APPLY, self.tr("Cut and pad")), (_BOXES, self.tr("Keep as boxes"))], self, stretch=True
        )
        self.frames.setAccessibleName(self.tr("Frames"))
        self.longest_side = QComboBox(self)
        self.longest_side.addItem(self.tr("As it is"), None)
        for side in _LONGEST_SIDES_PX:
            self.longest_side.addItem(self.tr("{0} px").format(side), side)
        self.file_format = QComboBox(self)
        for one in FileFormat:
            self.file_format.addItem(file_format_words(one), one.value)
        self.quality = WholeField(1, 100, self)
        self.quality.setValue(DataSetOptions().quality)
        self.parts = QCheckBox(self.tr("Train, valid and test apart"), self)
        self.attribution = QCheckBox(self.tr("Attribution and licence file"), self)
        self._tree = QWidget(self)
        self._discard = Button(self.tr("Begin anew"), self, Role.LINK, size=Size.SMALL)
        self.unfinished = WarningBanner("", parent=self, tone="accent", icon_name="info", action=self._discard)
        self._lay_out()
        for box in (self.parts, self.attribution):
            box.setChecked(True)
            box.toggled.connect(self._take_edit)
        self.frames.chosen.connect(self._take_edit)
        for field in (self.longest_side, self.file_format):
            field.activated.connect(self._take_edit)
        self.quality.valueChanged.connect(self._take_edit)
        self._discard.clicked.connect(self.discard_wanted)
        self._show_choices()

    @property
    def options(self) -> DataSetOptions:
        """What is chosen."""
        as_boxes = self.frames.key == _BOXES
        return DataSetOptions(
            layout=self._layout,
            as_boxes=as_boxes,
            longest_side_px=None if as_boxes else self.longest_side.currentData(),
            file_format=FileFormat.AS_IS if as_boxes else FileFormat(self.file_format.currentData()),
            quality=self.quality.value(),
            with_parts=self.parts.isChecked(),
            with_attribution=self.attribution.isChecked(),
            only_known_licences=self._only_known,
        )

    def choose(self, layout: Layout) -> None:
        """Take *layout*."""
        self._layout = layout
        self._show_choices()
        self.edited.emit()

    def show_found(self, found: Exportable, only_known: bool, why_not: str) -> None:
        """Show what there is to export; *only_known* leaves out what has no licence."""
        self._found, self._only_known = found, only_known
        has_parts = any(part for part, _ in found.folders)
        self.parts.setEnabled(has_parts)
        self.parts.setToolTip("" if has_parts else self.tr("There is no split yet: make one in Split first."))
        images = found.images - (found.without_licence if only_known else 0)
        if not found.frames:
            why_not = self.tr("Label pictures in Sort first.")
        elif not images:
            why_not = self.tr("No picture has a known licence: switch 'Leave them out' off.")
        if only_known and found.without_licence:
            words = self.tr("{0} images; {1} of unknown licence stay here", n=images).format(
                count_words(images), count_words(found.without_licence)
            )
        else:
            words = self.tr("{0} of {1}").format(counted(found.frames, "frames"), counted(found.images, "images"))
        self.show_state(words, why_not, self._size_told(found))
        self._show_tree(found)

    def show_unfinished(self, files: int) -> None:
        """Say that *files* of a stopped export are there to go on after; 0: none."""
        self.unfinished.setVisible(files > 0 and not self.ending.is_running)
        self.unfinished.show_words(
            self.tr("An export was stopped after {0} files.", n=files).format(count_words(files)),
            self.tr("With the same choices it goes on there; with others it begins anew."),
        )

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(SectionHeading(self.tr("Format"), "", self))
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, layout in enumerate(
            (Layout.FOLDERS, Layout.HUGGING_FACE, Layout.CSV, Layout.PARQUET, Layout.COCO, Layout.WEBDATASET)
        ):
            name, words = layout_words(layout)
            is_there = layout is not Layout.PARQUET or parquet_is_there()
            card = OptionCard(name, words if is_there else self.tr("needs pyarrow"), self)
            card.setEnabled(is_there)
            card.clicked.connect(partial(self.choose, layout))
            self.cards[layout] = card
            grid.addWidget(card, at // 2, at % 2)
        column.addLayout(grid)
        if not parquet_is_there():
            how = self.tr(
                "Parquet needs the package pyarrow. Where Winnow was installed by pip: pip install winnow[parquet]"
            )
            self.cards[Layout.PARQUET].setToolTip(how)
            column.addWidget(Label(how, Type.CAPTION, "text-2", self, wrap=True))
        column.addSpacing(4)
        column.addWidget(SectionHeading(self.tr("Frames"), "", self))
        column.addWidget(self.frames)
        fields = QGridLayout()
        fields.setSpacing(8)
        for at, (name, field) in enumerate(
            (
                (self.tr("Longest side"), self.longest_side),
                (self.tr("Files"), self.file_format),
                (self.tr("Quality"), self.quality),
            )
        ):
            fields.addWidget(FormRow(name, field, self), at // 2, at % 2)
            fields.setColumnStretch(at % 2, 1)
        column.addLayout(fields)
        column.addSpacing(4)
        column.addWidget(SectionHeading(self.tr("With it"), "", self))
        column.addWidget(self.parts)
        column.addWidget(self.attribution)
        column.addSpacing(4)
        column.addWidget(SectionHeading(self.tr("What will be written"), "", self))
        column.addWidget(self._tree)
        self.unfinished.hide()
        column.addWidget(self.unfinished)
        column.addStretch(1)

    def _take_edit(self, _value: object = None) -> None:
        self._show_choices()
        self.edited.emit()

    @Slot()
    def _show_choices(self) -> None:
        for layout, card in self.cards.items():
            card.show_chosen(layout is self._layout)
        as_boxes = self.frames.key == _BOXES
        why = self.tr("Boxes lie over untouched originals.") if as_boxes else ""
        for field in (self.longest_side, self.file_format):
            field.setEnabled(not as_boxes)
            field.setToolTip(why)
        lossy = not as_boxes and FileFormat(self.file_format.currentData()) in (FileFormat.JPEG, FileFormat.WEBP)
        self.quality.setEnabled(lossy)
        self.quality.setToolTip("" if lossy else why or self.tr("Only JPEG and WebP lose something: choose one first."))

    def _size_told(self, found: Exportable) -> str:
        options = self.options
        if options.longest_side_px or options.file_format is not FileFormat.AS_IS or options.only_known_licences:
            return self.tr("originals: {0}").format(size_words(found.original_bytes))
        return self.tr("about {0}").format(size_words(found.original_bytes))

    def _show_tree(self, found: Exportable) -> None:
        made = QWidget(self)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for part, inside in found.folders:
            if part:
                rows.addWidget(FactRow(part, count_words(sum(count for _, count in inside)), made, 150))
            indent = "      " if part else ""
            for name, count in inside:
                rows.addWidget(FactRow(f"{indent}{name}", count_words(count), made, 150, "text-2"))
        if self.attribution.isChecked():
            rows.addWidget(FactRow("ATTRIBUTION.csv", self.tr("who made what"), made, 150, "text-2"))
        rows.addWidget(FactRow("README.md", self.tr("data card: counts, sources, licences"), made, 150, "text-2"))
        self.column.replaceWidget(self._tree, made)
        self._tree.deleteLater()
        self._tree = made
