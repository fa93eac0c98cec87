"""What the worker gives up before it looks at foreign bytes. Each protection is taken where the system has it."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import platform
import struct
import sys
from pathlib import Path

MEMORY_BYTES = 1 << 30
OPEN_FILES = 16

_SET_NO_NEW_PRIVILEGES = 38
_SET_MODE_FILTER, _ALL_THREADS = 1, 1

_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_CLONE_THREAD = 0x10000
_X32 = 0x40000000

# Linux's own numbers: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h.
_X86 = {
    "read": 0, "write": 1, "close": 3, "fstat": 5, "poll": 7, "lseek": 8, "mmap": 9, "mprotect": 10, "munmap": 11,
    "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "writev": 20, "sched_yield": 24,
    "mremap": 25, "madvise": 28, "nanosleep": 35, "getpid": 39, "exit": 60, "gettimeofday": 96, "getrusage": 98,
    "sysinfo": 99, "sigaltstack": 131, "gettid": 186, "time": 201, "futex": 202, "sched_getaffinity": 204,
    "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231,
    "tgkill": 234, "ppoll": 271, "set_robust_list": 273, "getrandom": 318, "membarrier": 324, "rseq": 334,
}  # fmt: skip
_X86_OTHER = {
    "seccomp": 317, "clone": 56, "clone3": 435, "socket": 41, "fork": 57, "vfork": 58, "execve": 59, "ptrace": 101,
    "execveat": 322,
}  # fmt: skip
_ARM = {
    "close": 57, "lseek": 62, "read": 63, "write": 64, "writev": 66, "ppoll": 73, "fstat": 80, "exit": 93,
    "exit_group": 94, "futex": 98, "set_robust_list": 99, "nanosleep": 101, "clock_gettime": 113, "clock_getres": 114,
    "clock_nanosleep": 115, "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128, "tgkill": 131,
    "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "getrusage": 165,
    "gettimeofday": 169, "getpid": 172, "gettid": 178, "sysinfo": 179, "brk": 214, "munmap": 215, "mremap": 216,
    "mmap": 222, "mprotect": 226, "madvise": 233, "getrandom": 278, "membarrier": 283, "rseq": 293,
}  # fmt: skip
_ARM_OTHER = {
    "seccomp": 277, "clone": 220, "clone3": 435, "socket": 198, "ptrace": 117, "execve": 221, "execveat": 281,
}  # fmt: skip
_MACHINES = {"x86_64": (0xC000003E, _X86, _X86_OTHER), "aarch64": (0xC00000B7, _ARM, _ARM_OTHER)}
_DEADLY = ("socket", "fork", "vfork", "execve", "execveat", "ptrace")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def enter() -> list[str]:
    """Take on every protection that this system has; return their names, those that failed left out.

    memory: 1 GiB of address space. files: none can be grown, 16 be open.
    privileges: none can be gained. system calls: nothing but memory, threads
    and what is open already; a socket or a new program ends the process.
    """
    if sys.platform == "win32":
        return []
    in_force = _limits()
    if sys.platform == "linux":
        in_force += _without_privileges()
        if in_force and in_force[-1] == "privileges":
            in_force += _few_system_calls()
    return in_force


def bound_memory(more_bytes: int) -> bool:
    """Let this process take no more than *more_bytes* of memory beyond what it has; say whether the system sees to it.

    For what reads files from outside and cannot live within `enter`: an inference engine needs its threads and files.
    Beyond it an allocation fails, in this process and in those that it starts.
    """
    if sys.platform != "linux":
        return False  # Windows has no such limit, and macOS does not keep to it
    import resource

    with contextlib.suppress(OSError, ValueError):
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = taken + more_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        return True
    return False


def _limits() -> list[str]:
    if sys.platform == "win32":
        return []
    import resource

    in_force = []
    wanted = (
        ("memory", resource.RLIMIT_AS, MEMORY_BYTES),
        ("files", resource.RLIMIT_FSIZE, 0),
        ("open files", resource.RLIMIT_NOFILE, OPEN_FILES),
        ("no core", resource.RLIMIT_CORE, 0),
    )
    for name, limit, value in wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (value, value))
            in_force.append(name)
    return in_force


def _without_privileges() -> list[str]:
    with contextlib.suppress(OSError, AttributeError):
        if ctypes.CDLL(None, use_errno=True).prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
            return ["privileges"]
    return []


def _few_system_calls() -> list[str]:
    """Install the seccomp filter, for all threads. Source: seccomp(2), linux/filter.h."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        return []
    code = _filter(*machine)
    program = _Program(len(code) // 8, code)
    with contextlib.suppress(OSError, AttributeError):
        call = ctypes.CDLL(None, use_errno=True).syscall
        number = machine[2]["seccomp"]
        if call(ctypes.c_long(number), _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0:
            return ["system calls"]
    return []


def _filter(machine: int, allowed: dict[str, int], other: dict[str, int]) -> bytes:
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _KILL),
    ]
    for number in allowed.values():
        steps += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    for name in _DEADLY:
        if name in other:
            steps += [(_IF_EQUAL, 0, 1, other[name]), (_RETURN, 0, 0, _KILL)]
    # The C library falls back to clone, whose flags can be looked at.
    steps += [(_IF_EQUAL, 0, 1, other["clone3"]), (_RETURN, 0, 0, _REFUSE | errno.ENOSYS)]
    # AVIF decodes in threads; a new process is none.
    steps += [
        (_IF_EQUAL, 0, 4, other["clone"]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_IF_ANY_BIT, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _REFUSE | errno.EPERM),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
