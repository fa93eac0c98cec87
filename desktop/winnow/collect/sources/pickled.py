"""Pickles read without running them: values and plain numpy arrays come out, anything else is refused.

An interpreter of our own for the binary opcodes that such files have.
Nothing is ever imported or called: the three names that numpy writes stand
for themselves, and what would build an array with them fills in a
`PlainArray` instead. Each opcode makes at most one small thing, or a piece of
the file itself, so that a file cannot ask for more memory than it has.
Source of the opcodes: the standard library's pickletools.
"""

from __future__ import annotations

import enum
import pickle
import struct
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from winnow.base.errors import UserError

_MOST_STEPS = 5_000_000
"""CIFAR-100, the largest of its kind, has 0.4 million."""


class PickleRefused(UserError):
    """A pickle holds what no data of this kind has. Nothing of it was run."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"it is a pickle with {what}, and such a file could run a program; nothing of it was run")


class _Name(enum.Enum):
    """The globals that may be named; by the first, numpy starts an array."""

    RECONSTRUCT = "numpy.core.multiarray._reconstruct"
    ARRAY = "numpy.ndarray"
    TYPE = "numpy.dtype"


_NAMES = {
    ("numpy.core.multiarray", "_reconstruct"): _Name.RECONSTRUCT,
    ("numpy._core.multiarray", "_reconstruct"): _Name.RECONSTRUCT,
    ("numpy", "ndarray"): _Name.ARRAY,
    ("numpy", "dtype"): _Name.TYPE,
}


class _Type:
    """A numpy type by its code, such as ``u1``."""

    def __init__(self, code: object) -> None:
        self.code = _text(code)


@dataclass(slots=True)
class PlainArray:
    """What a pickled array says of itself, unchecked: *data* is a piece of the file."""

    shape: tuple[object, ...] = ()
    type_code: str = ""
    by_columns: bool = False
    data: memoryview = memoryview(b"")  # noqa: RUF009 - empty, and can not be written


class _Mark:
    pass


_MARK = _Mark()


def read_pickle(data: bytes) -> object:
    """Return what *data* holds: dicts, lists, tuples, numbers, str, memoryview for byte strings, `PlainArray`.

    Raises:
        PickleRefused: it holds anything else, or is cut off.
    """
    return _Machine(data).run()


class _Machine:
    """The stack, the memo and how far the file was read."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def run(self) -> object:
        """Take one instruction after the other until the one that ends it."""
        for _ in range(_MOST_STEPS):
            code = bytes(self.piece(1))
            if code == pickle.STOP:
                return self.pop()
            step = _STEPS.get(code)
            if step is None:
                raise PickleRefused(f"the instruction {code!r}")
            step(self)
        raise PickleRefused(f"more than {_MOST_STEPS:,} instructions")

    def piece(self, count: int) -> memoryview:
        """Return the next *count* bytes."""
        end = self._at + count
        if end > len(self._data):
            raise PickleRefused("an end before its content")
        piece, self._at = self._data[self._at : end], end
        return piece

    def number(self, form: str) -> int:
        """Return the next number; *form* is one of struct's."""
        return int(struct.unpack(form, self.piece(struct.calcsize(form)))[0])

    def line(self) -> str:
        """Return the text up to the next line's end."""
        for length in range(1, 256):
            if self._at + length <= len(self._data) and self._data[self._at + length - 1] == 0x0A:
                return _text(self.piece(length)[:-1])
        raise PickleRefused("a name without an end")

    def push(self, value: object) -> None:
        """Put *value* on the stack."""
        self._stack.append(value)

    def pop(self) -> Any:
        """Take the topmost value."""
        if not self._stack or self._stack[-1] is _MARK:
            raise PickleRefused("too few values")
        return self._stack.pop()

    def top(self, kind: type[Any]) -> Any:
        """Return the topmost value, which must be a *kind*."""
        if not self._stack or not isinstance(self._stack[-1], kind):
            raise PickleRefused(f"something else where a {kind.__name__} belongs")
        return self._stack[-1]

    def marked(self) -> list[Any]:
        """Take all values above the topmost mark, and the mark."""
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] is _MARK:
                found = self._stack[at + 1 :]
                del self._stack[at:]
                return found
        raise PickleRefused("too few values")

    def put(self, place: int | None) -> None:
        """Remember the topmost value under *place*, None: the next free one."""
        self._memo[len(self._memo) if place is None else place] = self.top(object)

    def get(self, place: int) -> None:
        """Push what is remembered under *place*."""
        if place not in self._memo:
            raise PickleRefused("a reference to nothing")
        self.push(self._memo[place])


def _push_tuple(machine: _Machine, count: int) -> None:
    items = [machine.pop() for _ in range(count)]
    machine.push(tuple(reversed(items)))


def _append(machine: _Machine, items: list[Any]) -> None:
    machine.top(list).extend(items)


def _set_items(machine: _Machine, items: list[Any]) -> None:
    found = machine.top(dict)
    if len(items) % 2:
        raise PickleRefused("a key without a value")
    found.update({_key(key): value for key, value in zip(items[::2], items[1::2], strict=True)})


def _set_item(machine: _Machine) -> None:
    value, key = machine.pop(), machine.pop()
    _set_items(machine, [key, value])


def _push_name(machine: _Machine, module: str, name: str) -> None:
    known = _NAMES.get((module, name))
    if known is None:
        raise PickleRefused(f"the name {module[:60]}.{name[:60]}")
    machine.push(known)


def _name_of_lines(machine: _Machine) -> None:
    module = machine.line()
    _push_name(machine, module, machine.line())


def _name_of_values(machine: _Machine) -> None:
    name = _text(machine.pop())
    _push_name(machine, _text(machine.pop()), name)


def _reduce(machine: _Machine) -> None:
    arguments, called = machine.pop(), machine.pop()
    if not isinstance(arguments, tuple):
        raise PickleRefused("a call without arguments")
    if called is _Name.RECONSTRUCT and arguments[:1] == (_Name.ARRAY,):
        machine.push(PlainArray())
    elif called is _Name.TYPE and arguments:
        machine.push(_Type(arguments[0]))
    else:
        raise PickleRefused("a call that no array needs")


def _build(machine: _Machine) -> None:
    state = machine.pop()
    target = machine.top(object)
    if not isinstance(state, tuple):
        raise PickleRefused("a state that no array has")
    if isinstance(target, PlainArray):
        _fill(target, state)
    elif not isinstance(target, _Type):
        raise PickleRefused("a state for what has none")


def _fill(array: PlainArray, state: tuple[Any, ...]) -> None:
    if len(state) != 5:
        raise PickleRefused("an array of an unknown form")
    _, shape, kind, by_columns, data = state
    if not (isinstance(shape, tuple) and isinstance(kind, _Type) and isinstance(data, memoryview)):
        raise PickleRefused("an array of an unknown form")
    array.shape, array.type_code, array.by_columns, array.data = shape, kind.code, bool(by_columns), data


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, memoryview):
        return bytes(value).decode("utf-8", "backslashreplace")
    raise PickleRefused("something else where a text belongs")


def _key(value: object) -> Hashable:
    return value if isinstance(value, int) else _text(value)


_Step = Callable[[_Machine], None]


def _pushing(make: Callable[[], object]) -> _Step:
    return lambda machine: machine.push(make())


def _numbers(form: str) -> _Step:
    return lambda machine: machine.push(machine.number(form))


def _bytes(form: str) -> _Step:
    return lambda machine: machine.push(machine.piece(machine.number(form)))


def _texts(form: str) -> _Step:
    return lambda machine: machine.push(_text(machine.piece(machine.number(form))))


def _skipping(count: int) -> _Step:
    def step(machine: _Machine) -> None:
        machine.piece(count)

    return step


def _push_long(machine: _Machine) -> None:
    machine.push(int.from_bytes(machine.piece(machine.number("<B")), "little", signed=True))


_STEPS: dict[bytes, _Step] = {
    pickle.PROTO: _skipping(1),
    pickle.FRAME: _skipping(8),
    pickle.MARK: _pushing(lambda: _MARK),
    pickle.EMPTY_DICT: _pushing(dict),
    pickle.EMPTY_LIST: _pushing(list),
    pickle.EMPTY_TUPLE: _pushing(tuple),
    pickle.NONE: _pushing(lambda: None),
    pickle.NEWTRUE: _pushing(lambda: True),
    pickle.NEWFALSE: _pushing(lambda: False),
    pickle.BININT: _numbers("<i"),
    pickle.BININT1: _numbers("<B"),
    pickle.BININT2: _numbers("<H"),
    pickle.LONG1: _push_long,
    pickle.SHORT_BINSTRING: _bytes("<B"),
    pickle.BINSTRING: _bytes("<I"),
    pickle.SHORT_BINBYTES: _bytes("<B"),
    pickle.BINBYTES: _bytes("<I"),
    pickle.BINBYTES8: _bytes("<Q"),
    pickle.SHORT_BINUNICODE: _texts("<B"),
    pickle.BINUNICODE: _texts("<I"),
    pickle.TUPLE: lambda machine: machine.push(tuple(machine.marked())),
    pickle.TUPLE1: lambda machine: _push_tuple(machine, 1),
    pickle.TUPLE2: lambda machine: _push_tuple(machine, 2),
    pickle.TUPLE3: lambda machine: _push_tuple(machine, 3),
    pickle.BINPUT: lambda machine: machine.put(machine.number("<B")),
    pickle.LONG_BINPUT: lambda machine: machine.put(machine.number("<I")),
    pickle.MEMOIZE: lambda machine: machine.put(None),
    pickle.BINGET: lambda machine: machine.get(machine.number("<B")),
    pickle.LONG_BINGET: lambda machine: machine.get(machine.number("<I")),
    pickle.APPEND: lambda machine: _append(machine, [machine.pop()]),
    pickle.APPENDS: lambda machine: _append(machine, machine.marked()),
    pickle.SETITEM: _set_item,
    pickle.SETITEMS: lambda machine: _set_items(machine, machine.marked()),
    pickle.GLOBAL: _name_of_lines,
    pickle.STACK_GLOBAL: _name_of_values,
    pickle.REDUCE: _reduce,
    pickle.BUILD: _build,
}
