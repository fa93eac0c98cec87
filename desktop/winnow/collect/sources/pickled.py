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
    return _Interpreter(data).run()


class _Interpreter:
    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def run(self) -> object:
        for _ in range(_MOST_STEPS):
            code = bytes(self._piece(1))
            if code == pickle.STOP:
                return self._pop()
            step = _STEPS.get(code)
            if step is None:
                raise PickleRefused(f"the instruction {code!r}")
            step(self)
        raise PickleRefused(f"more than {_MOST_STEPS:,} instructions")

    def _piece(self, count: int) -> memoryview:
        end = self._at + count
        if end > len(self._data):
            raise PickleRefused("an end before its content")
        piece, self._at = self._data[self._at : end], end
        return piece

    def _number(self, form: str) -> int:
        return int(struct.unpack(form, self._piece(struct.calcsize(form)))[0])

    def _line(self) -> str:
        for length in range(1, 256):
            if self._at + length <= len(self._data) and self._data[self._at + length - 1] == 0x0A:
                return _text(self._piece(length)[:-1])
        raise PickleRefused("a name without an end")

    def _pop(self) -> Any:
        if not self._stack or self._stack[-1] is _MARK:
            raise PickleRefused("too few values")
        return self._stack.pop()

    def _top(self, kind: type[Any]) -> Any:
        if not self._stack or not isinstance(self._stack[-1], kind):
            raise PickleRefused(f"something else where a {kind.__name__} belongs")
        return self._stack[-1]

    def _marked(self) -> list[Any]:
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at] is _MARK:
                found = self._stack[at + 1 :]
                del self._stack[at:]
                return found
        raise PickleRefused("too few values")

    def push(self, value: object) -> None:
        self._stack.append(value)

    def push_number(self, form: str) -> None:
        self.push(self._number(form))

    def push_bytes(self, form: str) -> None:
        self.push(self._piece(self._number(form)))

    def push_text(self, form: str) -> None:
        self.push(_text(self._piece(self._number(form))))

    def push_long(self) -> None:
        self.push(int.from_bytes(self._piece(self._number("<B")), "little", signed=True))

    def push_tuple(self, count: int) -> None:
        items = [self._pop() for _ in range(count)]
        self.push(tuple(reversed(items)))

    def push_marked_tuple(self) -> None:
        self.push(tuple(self._marked()))

    def skip(self, count: int) -> None:
        self._piece(count)

    def put(self, form: str) -> None:
        self._memo[self._number(form)] = self._top(object)

    def memoize(self) -> None:
        self._memo[len(self._memo)] = self._top(object)

    def get(self, form: str) -> None:
        place = self._number(form)
        if place not in self._memo:
            raise PickleRefused("a reference to nothing")
        self.push(self._memo[place])

    def append(self, items: list[Any]) -> None:
        self._top(list).extend(items)

    def set_items(self, items: list[Any]) -> None:
        found = self._top(dict)
        if len(items) % 2:
            raise PickleRefused("a key without a value")
        found.update({_key(key): value for key, value in zip(items[::2], items[1::2], strict=True)})

    def name(self, module: object, name: object) -> None:
        known = _NAMES.get((_text(module), _text(name)))
        if known is None:
            raise PickleRefused(f"the name {_text(module)[:60]}.{_text(name)[:60]}")
        self.push(known)

    def named_lines(self) -> None:
        module = self._line()
        self.name(module, self._line())

    def named_values(self) -> None:
        name = self._pop()
        self.name(self._pop(), name)

    def reduce(self) -> None:
        arguments, called = self._pop(), self._pop()
        if not isinstance(arguments, tuple):
            raise PickleRefused("a call without arguments")
        if called is _Name.RECONSTRUCT and arguments[:1] == (_Name.ARRAY,):
            self.push(PlainArray())
        elif called is _Name.TYPE and arguments:
            self.push(_Type(arguments[0]))
        else:
            raise PickleRefused("a call that no array needs")

    def build(self) -> None:
        state = self._pop()
        target = self._top(object)
        if not isinstance(state, tuple):
            raise PickleRefused("a state that no array has")
        if isinstance(target, PlainArray):
            _fill(target, state)
        elif not isinstance(target, _Type):
            raise PickleRefused("a state for what has none")

    def marked_append(self) -> None:
        items = self._marked()
        self.append(items)

    def marked_set_items(self) -> None:
        items = self._marked()
        self.set_items(items)

    def single_append(self) -> None:
        item = self._pop()
        self.append([item])

    def single_set_item(self) -> None:
        value, key = self._pop(), self._pop()
        self.set_items([key, value])


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


def _pushing(make: Callable[[], object]) -> Callable[[_Interpreter], None]:
    return lambda machine: machine.push(make())


_Step = Callable[[_Interpreter], None]
_STEPS: dict[bytes, _Step] = {
    pickle.PROTO: lambda machine: machine.skip(1),
    pickle.FRAME: lambda machine: machine.skip(8),
    pickle.MARK: _pushing(lambda: _MARK),
    pickle.EMPTY_DICT: _pushing(dict),
    pickle.EMPTY_LIST: _pushing(list),
    pickle.EMPTY_TUPLE: _pushing(tuple),
    pickle.NONE: _pushing(lambda: None),
    pickle.NEWTRUE: _pushing(lambda: True),
    pickle.NEWFALSE: _pushing(lambda: False),
    pickle.BININT: lambda machine: machine.push_number("<i"),
    pickle.BININT1: lambda machine: machine.push_number("<B"),
    pickle.BININT2: lambda machine: machine.push_number("<H"),
    pickle.LONG1: _Interpreter.push_long,
    pickle.SHORT_BINSTRING: lambda machine: machine.push_bytes("<B"),
    pickle.BINSTRING: lambda machine: machine.push_bytes("<I"),
    pickle.SHORT_BINBYTES: lambda machine: machine.push_bytes("<B"),
    pickle.BINBYTES: lambda machine: machine.push_bytes("<I"),
    pickle.BINBYTES8: lambda machine: machine.push_bytes("<Q"),
    pickle.SHORT_BINUNICODE: lambda machine: machine.push_text("<B"),
    pickle.BINUNICODE: lambda machine: machine.push_text("<I"),
    pickle.TUPLE: _Interpreter.push_marked_tuple,
    pickle.TUPLE1: lambda machine: machine.push_tuple(1),
    pickle.TUPLE2: lambda machine: machine.push_tuple(2),
    pickle.TUPLE3: lambda machine: machine.push_tuple(3),
    pickle.BINPUT: lambda machine: machine.put("<B"),
    pickle.LONG_BINPUT: lambda machine: machine.put("<I"),
    pickle.MEMOIZE: _Interpreter.memoize,
    pickle.BINGET: lambda machine: machine.get("<B"),
    pickle.LONG_BINGET: lambda machine: machine.get("<I"),
    pickle.APPEND: _Interpreter.single_append,
    pickle.APPENDS: _Interpreter.marked_append,
    pickle.SETITEM: _Interpreter.single_set_item,
    pickle.SETITEMS: _Interpreter.marked_set_items,
    pickle.GLOBAL: _Interpreter.named_lines,
    pickle.STACK_GLOBAL: _Interpreter.named_values,
    pickle.REDUCE: _Interpreter.reduce,
    pickle.BUILD: _Interpreter.build,
}
