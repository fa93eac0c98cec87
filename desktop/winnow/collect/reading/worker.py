"""The process in which pages and other foreign texts are read: ``python -m winnow.collect.reading.worker``."""

from __future__ import annotations

from winnow.base.codec import from_json, to_json
from winnow.base.errors import ContractError
from winnow.collect.reading.task import ReadingRefused, run_guarded
from winnow.collect.reading.tasks import ALL
from winnow.collect.reading.wire import Reply, Request
from winnow.domain.image import Reason
from winnow.vision.serving import serve


def main() -> None:
    """Serve until the other side hangs up."""
    serve(Request, answer, _warm_up)


def answer(request: Request, data: bytes) -> tuple[Reply, bytes]:
    """Do what *request* asks of *data*; never raises."""
    try:
        task = ALL[request.task]
        result, more = run_guarded(task, from_json(task.options, request.options), data)
        text = to_json(result).encode("utf-8", "replace")
    except ReadingRefused as refusal:
        return Reply(reason=refusal.reason, detail=refusal.detail), b""
    except (KeyError, ContractError, MemoryError) as error:
        return Reply(reason=Reason.BROKEN, detail=f"it was not understood ({type(error).__name__})"), b""
    return Reply(result_bytes=len(text)), text + more


def _warm_up() -> None:
    """Run every task's examples, through the same words as later."""
    for task in ALL.values():
        for options, data in task.examples:
            answer(Request(task.name, to_json(options)), data)


if __name__ == "__main__":
    main()
