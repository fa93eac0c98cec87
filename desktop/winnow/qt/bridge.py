"""The one crossing between the core and the window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from winnow.domain.changes import Changes
from winnow.qt.jobs.board import JobBoard

if TYPE_CHECKING:  # what a project needs is loaded when one is opened
    from winnow.app.commands.command import Command
    from winnow.app.session import Session

log = logging.getLogger(__name__)

_ASKING_THREADS = 2


class Bridge(QObject):
    """Commands in, changes and answers out; nothing here blocks the GUI thread.

    Answers come back on the GUI thread. An answer whose question was asked
    again meanwhile, under the same *topic*, is dropped; a question that still
    waits for a thread then is not answered at all: the newer one takes its
    place, so that no more of them wait than there are topics. Dropped is also
    an answer whose receiver, a method's object or what a partial was given, is
    deleted.
    """

    changed = Signal(object)  # Changes, after each commit
    failed = Signal(object)  # Exception of a command or a question
    closing = Signal()  # threads that read the project end now
    ended = Signal()  # no question is being answered any more: what only they used ends now
    _answered = Signal(str, int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.jobs = JobBoard(self)
        self._threads = ThreadPoolExecutor(_ASKING_THREADS, thread_name_prefix="winnow-ask")
        # One, so that what the person did later is done later.
        self._changing = ThreadPoolExecutor(1, thread_name_prefix="winnow-change")
        self._generation = 0
        self._is_closed = False
        self._waiting: dict[str, tuple[int, Callable[[Any], None]]] = {}
        self._queued: dict[str, tuple[int, Callable[[], Any]]] = {}  # in the order in which they are answered
        self._queue_lock = threading.Lock()
        self._answered.connect(self._deliver)
        self._unsubscribe = session.subscribe(self._tell)

    def do(self, command: Command) -> None:
        """Queue *command*; `changed` follows, or `failed`."""
        self.session.do(command).add_done_callback(self._check)

    @Slot()
    def undo(self) -> None:
        """Take the newest command back."""
        self.session.undo().add_done_callback(self._check)

    @Slot()
    def redo(self) -> None:
        """Do the command again that was undone last."""
        self.session.redo().add_done_callback(self._check)

    def ask(self, topic: str, then: Callable[[Any], None], query: Callable[..., Any], *args: Any) -> None:
        """Run ``query(reader, *args)`` off the GUI thread and give *then* its answer."""
        self.fetch(topic, then, self.session.ask, query, *args)

    def fetch(self, topic: str, then: Callable[[Any], None], work: Callable[..., Any], *args: Any) -> None:
        """Run ``work(*args)`` off the GUI thread and give *then* what it returns; nothing once this is closed."""
        if self._is_closed:  # a job's end may be told after it
            return
        self._generation += 1
        self._waiting[topic] = (self._generation, then)
        with self._queue_lock:
            is_new = topic not in self._queued
            self._queued[topic] = (self._generation, partial(work, *args))
        if is_new:
            self._threads.submit(self._answer_next)

    def change(self, then: Callable[[Any], None] | None, work: Callable[..., Any], *args: Any) -> None:
        """Run ``work(*args)``, which keeps something, off the GUI thread, and give *then* what it returns.

        All of them are done, one after another, also when the project is
        closed meanwhile: only *then* is not told any more.
        """
        if self._is_closed:
            return
        self._generation += 1
        topic = f"change-{self._generation}"
        if then is not None:
            self._waiting[topic] = (self._generation, then)
        done = partial(self._send_changed, topic, self._generation)
        self._changing.submit(work, *args).add_done_callback(done)

    def close(self) -> None:
        """End the jobs and the session; blocks until what is queued is saved."""
        self._unsubscribe()
        self._is_closed = True
        self.closing.emit()
        self._waiting.clear()
        self.jobs.end_all()
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._changing.shutdown(wait=True)
        self._threads.shutdown(wait=True)
        self.ended.emit()
        self.session.close()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _check(self, future: Future[Any]) -> None:
        error = future.exception()
        if error is not None:
            self.failed.emit(error)

    def _answer_next(self) -> None:
        """Answer what has waited longest; on one of the threads."""
        with self._queue_lock:
            topic = next(iter(self._queued))
            generation, work = self._queued.pop(topic)
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - told on the GUI thread
            log.info("a question failed: %s", error)
            # Closing ends what it was asked of; and the same question, asked again, tells of its own end.
            if not self._is_closed and self._waiting.get(topic, (0, None))[0] == generation:
                self.failed.emit(error)
            return
        self._answered.emit(topic, generation, answer)

    def _send_changed(self, topic: str, generation: int, future: Future[Any]) -> None:
        error = future.exception()
        if error is None:
            self._answered.emit(topic, generation, future.result())
        else:
            log.info("a change failed: %s", error)
            self.failed.emit(error)

    @Slot(str, int, object)
    def _deliver(self, topic: str, generation: int, answer: object) -> None:
        wanted, then = self._waiting.get(topic, (0, None))
        if wanted == generation and then is not None:
            del self._waiting[topic]
            if _is_there(then):
                then(answer)


def _is_there(then: Callable[[Any], None]) -> bool:
    """Say whether all objects of Qt that *then* is bound to live: a room may go before its project is closed."""
    owners = [getattr(then, "__self__", None)]
    if isinstance(then, partial):
        owners = [*then.args, getattr(then.func, "__self__", None)]
    return all(shiboken6.isValid(owner) for owner in owners if isinstance(owner, QObject))
