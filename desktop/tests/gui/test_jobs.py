"""Jobs on threads: one after another, stopped where they are, each with one end."""

from __future__ import annotations

import threading

import pytest

from winnow.app.jobs import Job
from winnow.base.errors import UserError
from winnow.base.outcomes import Done, Failed, Progress, Stopped
from winnow.qt.jobs.board import JobBoard
from winnow.qt.widgets.job_view import JobState


@pytest.fixture
def board(qapp):
    made = JobBoard()
    yield made
    made.end_all()


class Ends:
    """Listens to a job, in the order in which things arrive."""

    def __init__(self, running) -> None:
        self.steps: list[object] = []
        self.outcomes: list[object] = []
        running.stepped.connect(self.steps.append)
        running.ended.connect(self.outcomes.append)


def endless(closed_on: list[int]):
    try:
        number = 0
        while True:
            number += 1
            yield Progress(number, 0)
    finally:
        closed_on.append(threading.get_ident())


def test_a_job_runs_to_its_end_off_this_thread(board: JobBoard, qtbot) -> None:
    ran_on = []

    def steps():
        ran_on.append(threading.get_ident())
        yield Progress(1, 2)
        yield Progress(2, 2)

    heard = Ends(board.start(Job("count", steps)))
    qtbot.waitUntil(lambda: heard.outcomes != [])
    assert heard.outcomes == [Done()]
    assert heard.steps == [Progress(1, 2), Progress(2, 2)]
    assert ran_on != [threading.get_ident()]
    assert board.views()[0].done == 2


def test_stopping_closes_the_generator_on_its_own_thread(board: JobBoard, qtbot) -> None:
    closed_on: list[int] = []
    heard = Ends(board.start(Job("endless", lambda: endless(closed_on))))
    qtbot.waitUntil(lambda: len(heard.steps) > 3)
    board.stop(board.views()[0].job_id)
    qtbot.waitUntil(lambda: heard.outcomes != [])
    assert heard.outcomes == [Stopped()]
    assert len(closed_on) == 1
    assert closed_on[0] != threading.get_ident()


def test_a_waiting_job_that_is_stopped_ends_and_never_begins(board: JobBoard, qtbot) -> None:
    closed_on: list[int] = []
    began: list[int] = []

    def second():
        began.append(1)
        yield Progress(1, 1)

    first = Ends(board.start(Job("endless", lambda: endless(closed_on))))
    waiting = Ends(board.start(Job("second", second)))
    assert board.views()[0].state is JobState.WAITING
    board.stop(board.views()[0].job_id)
    assert waiting.outcomes == [Stopped()]
    board.stop(board.views()[1].job_id)
    qtbot.waitUntil(lambda: first.outcomes != [])
    assert began == []


def test_a_failure_is_shown_in_its_own_words_and_can_be_tried_again(board: JobBoard, qtbot) -> None:
    tries: list[int] = []

    def steps():
        tries.append(1)
        yield Progress(0, 1)
        if len(tries) == 1:
            raise UserError("The disk is full. Free some space and try again.")

    heard = Ends(board.start(Job("fails once", steps)))
    qtbot.waitUntil(lambda: heard.outcomes != [])
    assert isinstance(heard.outcomes[0], Failed)
    assert board.views()[0].words == "The disk is full. Free some space and try again."
    board.retry(board.views()[0].job_id)
    qtbot.waitUntil(lambda: board.views()[0].state is JobState.DONE)


def test_closing_ends_what_runs_however_many_jobs_wait(qtbot) -> None:
    board, closed_on = JobBoard(), []
    heard = Ends(board.start(Job("endless", lambda: endless(closed_on))))
    for _number in range(61):
        board.start(Job("waits", lambda: (Progress(at, 1) for at in (0, 1))))
    qtbot.waitUntil(lambda: heard.steps != [])
    board.end_all()
    assert len(closed_on) == 1


def test_a_job_that_waits_cannot_be_held_and_comes_when_it_is_its_turn(board: JobBoard, qtbot) -> None:
    closed_on: list[int] = []
    first = Ends(board.start(Job("endless", lambda: endless(closed_on))))
    second = Ends(board.start(Job("short", lambda: (Progress(at, 1) for at in (0, 1)))))
    waiting, running = (view.job_id for view in board.views())
    board.pause(waiting)
    board.resume(waiting)
    board.stop(running)
    qtbot.waitUntil(lambda: second.outcomes != [])
    assert (first.outcomes, second.outcomes) == ([Stopped()], [Done()])
