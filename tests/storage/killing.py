"""Kills a child before one of its calls to the system that change the disk: every state a kill can leave is met.

The parent follows the child with ptrace, as a debugger does, which needs no rights beyond its own. Only what is on the
disk between two such calls can be left by a kill: what lies between them is the same for all. Known for Linux on
x86-64; `possible` says whether it can be done here.
"""

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Callable
from functools import cache

_TRACEME, _PEEKUSER, _SYSCALL, _SETOPTIONS = 0, 3, 24, 0x4200
_MARKED, _END_WITH_PARENT = 1, 0x100000
"""Options: stops at a call to the system are told from signals; a child ends with the one who follows it."""
_CALL, _SECOND, _THIRD = 15 * 8, 13 * 8, 12 * 8
"""Where the number of the call and its arguments stand: orig_rax, rsi, rdx of user_regs_struct."""
_CREATE = os.O_CREAT | os.O_TRUNC
_OPENS = {2: _SECOND, 257: _THIRD}
"""open and openat, and where their flags stand: they change the disk where they create."""
_WRITES = {1, 18, 20, 40, 76, 77, 285, 296, 326}
"""write, pwrite64, writev, sendfile, truncate, ftruncate, fallocate, pwritev, copy_file_range."""
_NAMES = {82, 83, 84, 86, 87, 88, 90, 91, 258, 263, 264, 265, 266, 268, 316}
"""rename, mkdir, rmdir, link, unlink, symlink, chmod, fchmod and those with a folder or flags."""
_FLUSHES = {74, 75}
"""fsync, fdatasync: a kill sees nothing of them, but writes must not change places across them."""


def ready() -> None:
    """Called by the child: from here on its calls are counted."""
    os.kill(os.getpid(), signal.SIGSTOP)


def killed_before(act: Callable[[], object], call: int = sys.maxsize) -> int | None:
    """Does it in a child, which is killed before the call of this number, from 0.

    Gives how many calls there were where it came to its end, and None where it was killed. Raises AssertionError where
    the child failed.
    """
    pid = os.fork()
    if pid == 0:
        try:
            _trace(_TRACEME, 0, 0)
            act()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if os.WIFSTOPPED(status):
        _trace(_SETOPTIONS, pid, _MARKED | _END_WITH_PARENT)
        return _follow(pid, call)
    raise AssertionError(f"the child ended before it was ready: {status}")


def _follow(pid: int, call: int) -> int | None:
    done, entering, passed = 0, True, 0
    while True:
        _trace(_SYSCALL, pid, passed)
        _, status = os.waitpid(pid, 0)
        if not os.WIFSTOPPED(status):
            assert status == 0, f"the child failed: {status}"
            return done
        passed = 0
        if os.WSTOPSIG(status) != signal.SIGTRAP | 0x80:
            passed = os.WSTOPSIG(status)
            continue
        if entering and _changes(pid):
            if done == call:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return None
            done += 1
        entering = not entering


def _changes(pid: int) -> bool:
    number = _trace(_PEEKUSER, pid, address=_CALL)
    if number in _OPENS:
        return bool(_trace(_PEEKUSER, pid, address=_OPENS[number]) & _CREATE)
    return number in _WRITES | _NAMES | _FLUSHES


@cache
def possible() -> bool:
    """Whether a child can be followed here."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    try:
        return killed_before(ready) == 0
    except (AssertionError, OSError):
        return False


def _trace(request: int, pid: int, data: int = 0, *, address: int = 0) -> int:
    libc = _libc()
    ctypes.set_errno(0)
    said = int(libc.ptrace(request, pid, ctypes.c_void_p(address), ctypes.c_void_p(data)))
    if said == -1 and ctypes.get_errno():
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return said


@cache
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    return libc
