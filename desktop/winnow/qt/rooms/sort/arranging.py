"""What Sort does to clusters: made, split, merged, named; each wish becomes a job or a command."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from winnow.app.commands.arranging import NameCluster, ShowClustering
from winnow.app.commands.labelling import RenameLabel
from winnow.app.grid_rows import Section, SectionKey
from winnow.app.jobs import Job
from winnow.app.queries.grid import SortView
from winnow.base.outcomes import Failed
from winnow.qt.bridge import Bridge
from winnow.qt.core_words import core_words
from winnow.qt.figures import count_words
from winnow.qt.rooms.sort.group_pane import GroupPane
from winnow.qt.rooms.sort.steps import clustered, labelled_by_cluster, labelled_by_folder, merged, split_further

_MOST_PIECES = 6


class Arranging(QObject):
    """Starts what the pane and the headers ask for, for the clustering that is shown."""

    said = Signal(str)  # what came of it, in words

    def __init__(self, bridge: Bridge, pane: GroupPane, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._pane = pane
        self._window = window
        self._view: SortView | None = None
        pane.clustering_wanted.connect(self.cluster)
        pane.labels_wanted.connect(self.use_as_labels)
        pane.folder_labels_wanted.connect(self.use_folders)

    def show_view(self, view: SortView) -> None:
        """Act on what *view* shows from now on."""
        self._view = view

    @Slot()
    def cluster(self, _checked: bool = False) -> None:
        """Cluster all kept pictures as the pane says."""
        pane = self._pane
        method = pane.method
        wanted = (pane.k, pane.features_name, method.name, pane.chosen_settings, pane.engine)
        steps = partial(clustered, self._bridge.session, *wanted)
        title = (
            self.tr("{0}, k = {1}").format(core_words(method.words), pane.k)
            if method.takes_k
            else core_words(method.words)
        )
        running = self._bridge.jobs.start(Job(title, steps))
        running.ended.connect(self._end_clustering)
        pane.show_running(True)

    def split(self, section: Section | None, pieces: int = 2) -> None:
        """Cluster the cluster of *section* again, into *pieces*."""
        if section is not None and section.cluster is not None:
            title = self.tr("Split {0}").format(section.title)
            steps = partial(split_further, self._bridge.session, section.cluster - 1, pieces)
            self._bridge.jobs.start(Job(title, steps)).ended.connect(self._end_change)

    def split_action(self, section: Section, words: str, parent: QObject) -> QAction:
        """Return an action that splits *section* in two."""
        action = QAction(words, parent)
        action.triggered.connect(partial(self._split_later, section, 2))
        return action

    def open_split_menu(self, section: Section, at: QPoint) -> None:
        """Offer into how many pieces *section* may be split."""
        menu = self._menu()
        for pieces in range(2, min(_MOST_PIECES, section.count - 1) + 1):
            action = menu.addAction(self.tr("Into {0}").format(pieces))
            action.triggered.connect(partial(self._split_later, section, pieces))
        menu.setEnabled(section.count > 2)
        self._pop(menu, at)

    def open_merge_menu(self, section: Section, sections: tuple[Section, ...], at: QPoint) -> None:
        """Offer the clusters that *section* can be merged into."""
        menu = self._menu()
        for other in sections:
            if other.cluster is not None and other.cluster != section.cluster:
                words = f"{other.cluster}   {other.title}".replace("&", "&&")
                action = menu.addAction(f"{words}\t{count_words(other.count)}")
                action.triggered.connect(partial(self._merge_later, section, other))
        self._pop(menu, at)

    def rename(self, key: SectionKey, sections: tuple[Section, ...], name: str) -> None:
        """Name the cluster or the label of the section *key*."""
        section = next((one for one in sections if one.key == key), None)
        view = self._view
        if section is None or view is None:
            return
        if section.cluster is not None and view.arrangement is not None:
            self._bridge.do(NameCluster(view.arrangement.id, section.cluster - 1, name))
        elif section.label is not None and name:
            label = next(one for one in view.labels if one.position == section.label)
            self._bridge.do(RenameLabel(label.id, name))

    def show_clustering(self, clustering_id: int) -> None:
        """Show another of the kept clusterings."""
        self._bridge.do(ShowClustering(clustering_id))

    @Slot()
    def use_as_labels(self, _checked: bool = False) -> None:
        """Make the clusters the labels of their pictures, in one step for undo."""
        words = self.tr("Cluster {0}")
        self._bridge.change(self._say_labelled, labelled_by_cluster, self._bridge.session, words)

    @Slot()
    def use_folders(self, _checked: bool = False) -> None:
        """Give every picture the name of its folder as its label, in one step for undo."""
        self._bridge.change(self._say_by_folder, labelled_by_folder, self._bridge.session)

    def _say_by_folder(self, count: int) -> None:
        self.said.emit(self.tr("{0} pictures were labelled by their folders", n=count).format(count_words(count)))

    def _say_labelled(self, count: int) -> None:
        self.said.emit(self.tr("{0} pictures were labelled by their clusters", n=count).format(count_words(count)))

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _pop(self, menu: QMenu, at: QPoint) -> None:
        if menu.isEmpty():
            nothing: QAction = menu.addAction(self.tr("There is no other cluster"))
            nothing.setEnabled(False)
        menu.popup(at)

    def _split_later(self, section: Section, pieces: int, _checked: bool = False) -> None:
        self.split(section, pieces)

    def _merge_later(self, section: Section, other: Section, _checked: bool = False) -> None:
        if section.cluster is None or other.cluster is None:
            return
        title = self.tr("Merge {0} into {1}").format(section.title, other.title)
        steps = partial(merged, self._bridge.session, section.cluster - 1, other.cluster - 1)
        self._bridge.jobs.start(Job(title, steps)).ended.connect(self._end_change)

    @Slot(object)
    def _end_clustering(self, outcome: object) -> None:
        self._pane.show_running(False, core_words(str(outcome.error)) if isinstance(outcome, Failed) else "")

    @Slot(object)
    def _end_change(self, outcome: object) -> None:
        if isinstance(outcome, Failed):
            self._pane.show_running(False, core_words(str(outcome.error)))
