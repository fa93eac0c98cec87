"""Errors raised on purpose. Anything else that escapes is a bug.

WinnowError
|-- UserError      the person can put it right: shown in words, no traceback
|-- OutsideError   disk full, file locked, host down: shown with "Retry"
`-- ContractError  a caller broke a documented rule: logged as a bug

Errors carry their data as attributes; ``str(error)`` is a whole English
sentence for logs and the command line, the window words it by class.
"""

from __future__ import annotations


class WinnowError(Exception):
    """Base of all errors that are raised on purpose."""


class UserError(WinnowError):
    """Bad input, or a choice that cannot be carried out."""


class OutsideError(WinnowError):
    """The machine or the network failed, not Winnow."""


class ContractError(WinnowError, ValueError):
    """A function was called outside its documented contract."""
