"""The fields of the preferences: each shows one, and says what the person chose instead."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from winnow import __version__
from winnow.app.preferences import Preferences
from winnow.base.machine import CACHE_GB, CPU, PREVIEW_MB, cache_bytes
from winnow.base.paths import cache_folder
from winnow.domain.class_colours import SETS
from winnow.qt.core_words import core_words
from winnow.qt.figures import size_words
from winnow.qt.preferences.class_preview import swatches
from winnow.qt.theme.fonts import Type
from winnow.qt.theme.theme import Mode, mode_of
from winnow.qt.widgets.button import Button, Role
from winnow.qt.widgets.file_dialog import ask_once
from winnow.qt.widgets.label import ElidedLabel, Label
from winnow.qt.widgets.number_field import NumberField, WholeField
from winnow.qt.widgets.segmented import Segmented
from winnow.vision.networks import MODELS

if TYPE_CHECKING:
    from winnow.app.cached import Cached

_SWATCHES_PX = 86
_FIELD_PX = 256
_LEAST_MB, _MOST_MB, _MOST_PAUSE_S = 32, 4096, 60.0
_MOST_CACHE_GB = 999


class Fields(QObject):
    """The *widgets* by setting; *about* replaces a setting's own words where they change."""

    chosen = Signal(str, object)  # the preference, its value
    clearing_wanted = Signal()

    def __init__(self, now: Preferences, languages: Sequence[tuple[str, str]], page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.theme = Segmented(
            (
                (Mode.SYSTEM.value, self.tr("System")),
                (Mode.LIGHT.value, self.tr("Light")),
                (Mode.DARK.value, self.tr("Dark")),
                (Mode.CONTRAST.value, self.tr("High contrast")),
            ),
            page,
        )
        self.language = _choices([("", self.tr("As the system")), *languages], page)
        self.class_colours = _choices([(one.key, one.name) for one in SETS], page)
        for at, one in enumerate(SETS):
            self.class_colours.setItemIcon(at, swatches(one.colours[: one.safe], page.devicePixelRatioF()))
        self.class_colours.setIconSize(QSize(_SWATCHES_PX, 14))
        self.device = _choices([("", self.tr("Automatic")), (CPU, self.tr("Processor only"))], page)
        kinds = [(one.name if at else "", core_words(one.words)) for at, one in enumerate(MODELS.values())]
        self.features = _choices(
            [*kinds, ("colour", self.tr("Colour, no network")), ("pixels", self.tr("Pixels, no network"))], page
        )
        self.threads = WholeField(0, os.cpu_count() or 1, page)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.preview_mb = WholeField(_LEAST_MB, _MOST_MB, page, "MB")
        self.preview_mb.setSingleStep(32)
        self.cache_gb = WholeField(1, _MOST_CACHE_GB, page, "GB")
        self.pause_s = NumberField(0.0, _MOST_PAUSE_S, 1, page, "s")
        self.pause_s.setSingleStep(0.5)
        self.user_agent = QLineEdit(page)
        self.user_agent.setPlaceholderText(f"Winnow/{__version__} (name@example.org)")
        self.cache_button = Button(self.tr("Choose…"), page, icon_name="folder-open")
        self.cache_about = ElidedLabel("", Type.CAPTION, "text-2", page)
        self.clear_button = Button(self.tr("Clear"), page, Role.DESTRUCTIVE, "trash")
        self.clear_about = Label("", Type.CAPTION, "text-2", page)
        self.engine = QLineEdit(page)
        self.engine.setPlaceholderText("ray://192.168.1.20:10001")
        for wide in (self.language, self.class_colours, self.device, self.features, self.engine, self.user_agent):
            wide.setFixedWidth(_FIELD_PX)
        for number in (self.threads, self.preview_mb, self.cache_gb, self.pause_s):
            number.setFixedWidth(110)
        self.widgets: dict[str, QWidget] = {
            "theme": self.theme,
            "class_colours": self.class_colours,
            "device": self.device,
            "threads": self.threads,
            "preview_mb": self.preview_mb,
            "features": self.features,
            "pause_s": self.pause_s,
            "engine": self.engine,
            "user_agent": self.user_agent,
            "cache_gb": self.cache_gb,
            "cache": self.cache_button,
            "clear": self.clear_button,
            "usage": Label(self.tr("None"), Type.CHIP, "good", page),
            "version": Label(__version__, parent=page),
        }
        if languages:
            self.widgets["language"] = self.language
        else:
            self.language.hide()
        self.about = {"cache": self.cache_about, "clear": self.clear_about}
        self.clear_button.setEnabled(False)
        self.show_preferences(now)
        self._connect()

    def show_preferences(self, now: Preferences) -> None:
        """Show *now*; nothing is emitted."""
        for field in (self.threads, self.preview_mb, self.cache_gb, self.pause_s):
            field.blockSignals(True)
        self.theme.choose(mode_of(now.theme).value)
        for box, key in (
            (self.language, now.language),
            (self.class_colours, now.class_colours),
            (self.device, now.device),
            (self.features, now.features),
        ):
            box.setCurrentIndex(max(0, box.findData(key)))
        self.threads.setValue(now.threads)
        self.preview_mb.setValue(now.preview_mb or PREVIEW_MB)
        self.cache_gb.setValue(now.cache_gb or CACHE_GB)
        self.pause_s.setValue(now.pause_s)
        self.engine.setText(now.engine)
        self.user_agent.setText(now.user_agent)
        for field in (self.threads, self.preview_mb, self.cache_gb, self.pause_s):
            field.blockSignals(False)

    def show_cached(self, cached: Cached) -> None:
        """Say how much can be made again, and where the prepared networks are."""
        self.cache_about.setText(str(cache_folder()))
        there = cached.size_bytes > 0
        self.clear_about.setText(
            self.tr("{0} of at most {1}: networks {2}, pixels to train on {3}").format(
                size_words(cached.size_bytes),
                size_words(cache_bytes()),
                size_words(cached.networks_bytes),
                size_words(cached.pixels_bytes),
            )
            if there
            else self.tr("there are none at present")
        )
        self.clear_button.setEnabled(there)

    def _connect(self) -> None:
        self.theme.chosen.connect(self._choose_theme)
        self.language.activated.connect(self._choose_language)
        self.class_colours.activated.connect(self._choose_class_colours)
        self.device.activated.connect(self._choose_device)
        self.features.activated.connect(self._choose_features)
        self.threads.valueChanged.connect(self._choose_threads)
        self.preview_mb.valueChanged.connect(self._choose_preview_mb)
        self.cache_gb.valueChanged.connect(self._choose_cache_gb)
        self.pause_s.valueChanged.connect(self._choose_pause)
        self.engine.editingFinished.connect(self._choose_engine)
        self.user_agent.editingFinished.connect(self._choose_user_agent)
        self.cache_button.clicked.connect(self._look_for_folder)
        self.clear_button.clicked.connect(self._clear)

    @Slot(str)
    def _choose_theme(self, key: str) -> None:
        self.chosen.emit("theme", "" if key == Mode.SYSTEM.value else key)

    @Slot()
    def _choose_language(self, _at: int = 0) -> None:
        self.chosen.emit("language", str(self.language.currentData()))

    @Slot()
    def _choose_class_colours(self, _at: int = 0) -> None:
        self.chosen.emit("class_colours", str(self.class_colours.currentData()))

    @Slot()
    def _choose_device(self, _at: int = 0) -> None:
        self.chosen.emit("device", str(self.device.currentData()))

    @Slot()
    def _choose_features(self, _at: int = 0) -> None:
        self.chosen.emit("features", str(self.features.currentData()))

    @Slot(int)
    def _choose_threads(self, count: int) -> None:
        self.chosen.emit("threads", count)

    @Slot(int)
    def _choose_preview_mb(self, size: int) -> None:
        self.chosen.emit("preview_mb", 0 if size == PREVIEW_MB else size)

    @Slot(int)
    def _choose_cache_gb(self, size: int) -> None:
        self.chosen.emit("cache_gb", 0 if size == CACHE_GB else size)

    @Slot(float)
    def _choose_pause(self, seconds: float) -> None:
        self.chosen.emit("pause_s", round(seconds, 1))

    @Slot()
    def _choose_engine(self) -> None:
        self.chosen.emit("engine", self.engine.text().strip())

    @Slot()
    def _choose_user_agent(self) -> None:
        self.chosen.emit("user_agent", self.user_agent.text().strip())

    @Slot()
    def _look_for_folder(self, _checked: bool = False) -> None:
        dialog = QFileDialog(self._page, self.tr("Folder of prepared networks"), self.cache_about.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._choose_folder)
        ask_once(dialog)

    @Slot(str)
    def _choose_folder(self, folder: str) -> None:
        # A folder of its own: nothing else that lies there is counted or cleared.
        self.chosen.emit("cache", str(Path(folder) / "winnow-cache"))

    @Slot()
    def _clear(self, _checked: bool = False) -> None:
        self.clearing_wanted.emit()


def _choices(parts: Sequence[tuple[str, str]], parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    for key, words in parts:
        made.addItem(words, key)
    return made
