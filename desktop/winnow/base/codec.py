"""Frozen dataclasses to JSON and back, by their type hints.

What can travel: str, int, float, bool, None, enums, bytes (as hex), tuples,
frozensets, dicts with str or int keys, and dataclasses of these. Nothing that
is read can name a class: the caller says which one it expects.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import types
import typing
from typing import Any, TypeVar

from winnow.base.errors import ContractError

T = TypeVar("T")


class TextUnreadable(ContractError):
    """Text is not what `to_json` gives of the class that was expected."""


def to_json(value: object) -> str:
    """Return *value* as compact JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """Build a *kind* from what `to_json` gave.

    Raises:
        TextUnreadable: *text* is not JSON, or does not fit *kind*.
    """
    try:
        value: T = _built(kind, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise TextUnreadable(f"cannot read a {getattr(kind, '__name__', kind)}: {error}") from error
    return value


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _built(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _built_option(typing.get_args(kind), value)
    if origin is tuple:
        return _built_tuple(typing.get_args(kind), value)
    if origin is frozenset:
        (item,) = typing.get_args(kind)
        return frozenset(_built(item, one) for one in value)
    if origin is dict:
        key, item = typing.get_args(kind)
        return {_built_key(key, name): _built(item, one) for name, one in value.items()}
    return _built_plain(kind, value)


def _built_plain(kind: Any, value: Any) -> Any:
    if isinstance(kind, typing.NewType):
        return _built_plain(kind.__supertype__, value)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _built(hints[name], one) for name, one in value.items() if name in hints})
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind(value)
    if kind is bytes:
        return bytes.fromhex(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is Any or kind is object:
        return value
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not a {kind.__name__}")
    return value


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    """Return a dataclass's types by field: finding them anew takes longer than all the rest."""
    return typing.get_type_hints(kind)


def _built_option(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in kinds:
        return None
    (kind,) = [one for one in kinds if one is not type(None)]
    return _built(kind, value)


def _built_tuple(kinds: tuple[Any, ...], value: Any) -> Any:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_built(kinds[0], one) for one in value)
    if len(kinds) != len(value):
        raise TypeError(f"{len(value)} values where {len(kinds)} are expected")
    return tuple(_built(kind, one) for kind, one in zip(kinds, value, strict=True))


def _built_key(kind: Any, name: str) -> Any:
    plain = kind.__supertype__ if isinstance(kind, typing.NewType) else kind
    return int(name) if plain is int else name
