"""CIFAR batches as Python 2 wrote them, and pickles that would do harm."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable, Iterable, Sequence

ROW = 3072


def text(value: bytes) -> bytes:
    """Return the opcodes of a Python 2 string."""
    if len(value) < 256:
        return pickle.SHORT_BINSTRING + bytes([len(value)]) + value
    return pickle.BINSTRING + struct.pack("<i", len(value)) + value


def number(value: int) -> bytes:
    return pickle.BININT + struct.pack("<i", value)


def listed(items: Iterable[bytes]) -> bytes:
    return pickle.EMPTY_LIST + pickle.MARK + b"".join(items) + pickle.APPENDS


def array(content: bytes, rows: int, columns: int = ROW, kind: bytes = b"u1", module: bytes = b"numpy.core") -> bytes:
    """Return the opcodes of a numpy array of bytes, as numpy's own ``__reduce__`` gives them."""
    start = pickle.GLOBAL + module + b".multiarray\n_reconstruct\n" + pickle.GLOBAL + b"numpy\nndarray\n"
    start += number(0) + pickle.TUPLE1 + text(b"b") + pickle.TUPLE3 + pickle.REDUCE
    type_ = pickle.GLOBAL + b"numpy\ndtype\n" + text(kind) + number(0) + number(1) + pickle.TUPLE3 + pickle.REDUCE
    type_ += pickle.MARK + number(3) + text(b"|") + pickle.NONE * 3 + number(-1) * 2 + number(0)
    type_ += pickle.TUPLE + pickle.BUILD
    state = pickle.MARK + number(1) + number(rows) + number(columns) + pickle.TUPLE2
    return start + state + type_ + pickle.NEWFALSE + text(content) + pickle.TUPLE + pickle.BUILD


def pickled(body: bytes) -> bytes:
    return pickle.PROTO + b"\2" + body + pickle.STOP


def table(*items: tuple[bytes, bytes]) -> bytes:
    """Return a whole pickle of a dictionary."""
    body = b"".join(text(key) + value for key, value in items)
    return pickled(pickle.EMPTY_DICT + pickle.MARK + body + pickle.SETITEMS)


def batch(pixels: bytes, labels: Sequence[int], files: Sequence[bytes] | None = None, fine: bool = False) -> bytes:
    """Return a batch of CIFAR-10, or with *fine* of CIFAR-100."""
    names = files if files is not None else [b"animal_s_%06d.png" % one for one in range(len(labels))]
    items = [
        (b"batch_label", text(b"training batch 1 of 5")),
        (b"fine_labels" if fine else b"labels", listed(map(number, labels))),
        (b"data", array(pixels, len(pixels) // ROW)),
        (b"filenames", listed(map(text, names))),
    ]
    return table(*items)


def meta(names: Sequence[bytes], fine: bool = False) -> bytes:
    return table((b"num_vis", number(ROW)), (b"fine_label_names" if fine else b"label_names", listed(map(text, names))))


def touches(path: str) -> dict[str, bytes]:
    """Return pickles each of which would make the file *path*, or take the memory or the time, if it were loaded."""
    name = path.encode()

    def call(module: bytes, function: bytes, *arguments: bytes) -> bytes:
        inner = b"".join(arguments)
        return pickle.GLOBAL + module + b"\n" + function + b"\n" + pickle.MARK + inner + pickle.TUPLE + pickle.REDUCE

    shell = text(b"touch " + name)
    code = text(b"open(%r,'w')" % path)
    inside: Callable[[bytes], bytes] = lambda body: table((b"data", body), (b"labels", listed([])))  # noqa: E731
    system = call(b"posix", b"system", shell)
    return {
        "os.system": pickled(system),
        "os.system in a batch": inside(system),
        "os.system as a label": table((b"data", array(b"\1" * ROW, 1)), (b"labels", listed([system]))),
        "os.system as a key": pickled(pickle.EMPTY_DICT + system + number(1) + pickle.SETITEM),
        "os.system before the batch": pickled(system + pickle.POP + pickle.EMPTY_DICT),
        "subprocess": pickled(call(b"subprocess", b"getoutput", shell)),
        "eval": pickled(call(b"builtins", b"eval", code)),
        "eval of Python 2": pickled(call(b"__builtin__", b"eval", code)),
        "exec": pickled(call(b"builtins", b"exec", code)),
        "open": pickled(call(b"io", b"open", text(name), text(b"w"))),
        "getattr": pickled(call(b"builtins", b"getattr", pickle.GLOBAL + b"os\nenviron\n", text(b"clear"))),
        "numpy's own loader": pickled(call(b"numpy", b"load", text(name))),
        "numpy's test runner": pickled(call(b"numpy.testing._private.utils", b"runstring", code, pickle.EMPTY_DICT)),
        "a dotted name": pickled(
            text(b"numpy") + text(b"ndarray.tofile") + pickle.STACK_GLOBAL + text(name) + pickle.TUPLE1 + pickle.REDUCE
        ),
        "a stacked name": pickled(
            text(b"posix") + text(b"system") + pickle.STACK_GLOBAL + shell + pickle.TUPLE1 + pickle.REDUCE
        ),
        "codecs": pickled(call(b"_codecs", b"encode", text(b"x"), text(b"latin1"))),
        "copyreg": pickled(call(b"copy_reg", b"_reconstructor", pickle.GLOBAL + b"__builtin__\nobject\n")),
        "INST": pickled(pickle.MARK + shell + pickle.INST + b"posix\nsystem\n"),
        "OBJ": pickled(pickle.MARK + pickle.GLOBAL + b"posix\nsystem\n" + shell + pickle.OBJ),
        "NEWOBJ": pickled(pickle.GLOBAL + b"numpy\nndarray\n" + number(9) + pickle.TUPLE1 + pickle.NEWOBJ),
        "NEWOBJ_EX": pickled(
            pickle.GLOBAL + b"numpy\nndarray\n" + pickle.EMPTY_TUPLE + pickle.EMPTY_DICT + pickle.NEWOBJ_EX
        ),
        "EXT1": pickled(pickle.EXT1 + b"\1"),
        "PERSID": pickled(pickle.PERSID + name + b"\n"),
        "BINPERSID": pickled(text(name) + pickle.BINPERSID),
        "NEXT_BUFFER": pickled(pickle.NEXT_BUFFER),
        "a type called": pickled(pickle.GLOBAL + b"numpy\nndarray\n" + number(1 << 30) + pickle.TUPLE1 + pickle.REDUCE),
        "a text called": pickled(shell + pickle.TUPLE1 + shell + pickle.TUPLE1 + pickle.REDUCE),
        "a state for a dictionary": pickled(pickle.EMPTY_DICT + pickle.EMPTY_DICT + pickle.BUILD),
        "a state with slots": pickled(
            array(b"\1" * ROW, 1) + pickle.NONE + pickle.EMPTY_DICT + pickle.TUPLE2 + pickle.BUILD
        ),
        "a memo of gigabytes": b"]" + pickle.LONG_BINPUT + b"\xff\xff\xff\x7f" + pickle.STOP,
        "a text of gigabytes": pickled(pickle.BINSTRING + b"\xff\xff\xff\x7f"),
        "bytes of exabytes": pickled(pickle.BINBYTES8 + b"\xff" * 7 + b"\x7f"),
        "a number without end": pickled(pickle.LONG4 + b"\xff\xff\xff\x7f"),
        "a digit too many": pickled(pickle.INT + b"9" * 10_000 + b"\n"),
        "an array of objects": table((b"data", array(b"\1" * ROW, 1, kind=b"O")), (b"labels", listed([number(3)]))),
        "an array larger than its bytes": table(
            (b"data", array(b"\1" * ROW, 1 << 30)), (b"labels", listed([number(3)]))
        ),
        "nothing on the stack": pickled(pickle.TUPLE3 + pickle.REDUCE),
        "a mark too few": pickled(pickle.APPENDS),
        "a reference to nothing": pickled(pickle.BINGET + b"\7"),
        "a list as a key": pickled(pickle.EMPTY_DICT + pickle.EMPTY_LIST + number(1) + pickle.SETITEM),
        "a list within itself": pickled(
            pickle.EMPTY_LIST + pickle.BINPUT + b"\0" + pickle.BINGET + b"\0" + pickle.APPEND
        ),
        "marks without end": pickled(pickle.MARK * 200_000),
        "a cut off one": pickled(system)[:20],
        "an empty one": b"",
    }
