"""The activity strip and the list of jobs: what they say, what they ask for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from winnow.qt.figures import clock_words, count_words, rate_words
from winnow.qt.widgets.activity_strip import ActivityStrip
from winnow.qt.widgets.button import IconButton
from winnow.qt.widgets.job_list import JobList
from winnow.qt.widgets.job_view import JobState, JobView
from winnow.qt.widgets.label import Label

pytestmark = pytest.mark.usefixtures("theme")

RUNNING = JobView(
    "7", "t-SNE projection", JobState.RUNNING, 640, 1000, "iterations", 52.3, seconds_left=7.2, can_pause=True
)
FAILED = JobView("3", "Export", JobState.FAILED, words="the disk is full", at="13:40")


@pytest.fixture
def strip(qtbot):
    made = ActivityStrip()
    made.resize(1200, 28)
    qtbot.addWidget(made)
    made.show()
    return made


def _said(strip: ActivityStrip) -> list[str]:
    return [label.text() for label in strip.findChildren(Label) if label.isVisible() and label.text()]


def test_a_running_job_says_how_far_it_is(strip):
    strip.show_jobs([FAILED, RUNNING])
    assert _said(strip) == ["t-SNE projection", "640 of 1\u2009000 iterations · 52/s · 7 s left"]


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (JobView("1", "Import", JobState.RUNNING, 12, 0, "images", 2.06), "12 images · 2.1/s"),
        (JobView("1", "Import", JobState.RUNNING, 12, 40, "images", 0.0, 164), "12 of 40 images · 2:44 left"),
        (JobView("1", "Import", JobState.RUNNING, words="reading the list"), "reading the list"),
        (JobView("1", "Import", JobState.PAUSED, 12, 40, "images", 2.0, 14), "12 of 40 images · paused"),
        (JobView("1", "Import", JobState.WAITING, 0, 40, "images"), "waiting"),
        (JobView("1", "Test", JobState.RUNNING, 40, 40, "samples", 2.0, 0), "40 of 40 samples · still working"),
    ],
)
def test_progress_in_words(job, words):
    assert job.progress_words() == words


@pytest.mark.parametrize(
    ("job", "words", "tone"),
    [
        (
            JobView("1", "Report", JobState.DONE, words="Report exported", at="13:40"),
            "Report exported · 13:40",
            "text-2",
        ),
        (JobView("1", "Report", JobState.DONE), "Report", "text-2"),
        (JobView("1", "Import", JobState.STOPPED, at="9:02"), "Import stopped · 9:02", "text-2"),
        (FAILED, "Export: the disk is full · 13:40", "bad"),
    ],
)
def test_with_nothing_running_it_says_how_the_last_one_ended(strip, job, words, tone):
    strip.show_jobs([job])
    assert _said(strip) == [words]
    assert strip.accessibleDescription() == words
    (label,) = [one for one in strip.findChildren(Label) if one.isVisible() and one.text()]
    assert label.property("tone") == tone


def test_with_no_job_at_all_it_says_what_it_is_given(strip):
    strip.show_jobs([], "Project created · 09:02")
    assert _said(strip) == ["Project created · 09:02"]


def test_pause_resume_and_cancel_are_wishes(qtbot, strip):
    strip.show_jobs([RUNNING])
    pause, cancel = [button for button in strip.findChildren(IconButton) if button.isVisible()]
    with qtbot.waitSignal(strip.pause_wanted, check_params_cb=lambda job: job == "7"):
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.cancel_wanted, check_params_cb=lambda job: job == "7"):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    strip.show_jobs([JobView("7", "t-SNE projection", JobState.PAUSED, 640, 1000, can_pause=True)])
    assert pause.accessibleName() == "Resume t-SNE projection"
    with qtbot.waitSignal(strip.resume_wanted):
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)


def test_all_jobs_are_listed_newest_first_and_follow(qtbot):
    jobs = JobList()
    qtbot.addWidget(jobs)
    jobs.show_jobs([FAILED, RUNNING])
    texts = [label.text() for label in jobs.findChildren(Label) if not label.isHidden()]
    assert texts == [
        "All jobs",
        "t-SNE projection",
        "640 of 1\u2009000 iterations · 52/s · 7 s left",
        "Export",
        "the disk is full · 13:40",
    ]
    jobs.show_jobs([FAILED, JobView("7", "t-SNE projection", JobState.DONE, words="done in 0:19")])
    assert "done in 0:19" in [label.text() for label in jobs.findChildren(Label)]


def test_a_failed_job_can_be_tried_again_from_the_list(qtbot):
    jobs = JobList()
    qtbot.addWidget(jobs)
    jobs.show_jobs([FAILED])
    (retry,) = [one for one in jobs.findChildren(IconButton) if not one.isHidden()]
    assert retry.accessibleName() == "Try Export again"
    with qtbot.waitSignal(jobs.retry_wanted, check_params_cb=lambda job: job == "3"):
        qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)


def test_figures_in_words():
    assert count_words(1760) == "1\u2009760"
    assert count_words(-12) == "\u221212"
    assert (clock_words(11), clock_words(164.4), clock_words(3764)) == ("0:11", "2:44", "1:02:44")
    assert (rate_words(2.06), rate_words(52.3)) == ("2.1", "52")
