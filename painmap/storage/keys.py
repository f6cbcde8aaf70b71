"""Keys: how a passphrase becomes one, which of them this process was told, and which file needs which."""

import os
import threading
import unicodedata
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac
from hmac import compare_digest
from pathlib import Path
from typing import Self
from weakref import WeakSet

from painmap.storage.files import identity
from painmap.storage.header import writes_ahead
from painmap.storage.trouble import DiarySealed

MARK = b"\x8ePain\x01"
"""How a file under a passphrase begins. The salt follows it, so that two diaries never share a key."""
SALT = 16
"""Bytes of the salt, the mark among them: where SQLCipher has its own."""
ROUNDS = 256_000
"""Of PBKDF2 with SHA-512, as SQLCipher 4 has them: any program that reads its files opens the diary."""


@dataclass(frozen=True)
class Key:
    """What a file is encrypted with: 32 bytes, made from a passphrase and the 16 bytes that the file begins with."""

    salt: bytes
    secret: bytes = field(repr=False)

    @classmethod
    def new(cls, passphrase: str) -> Self:
        """A key that no file has yet. Takes a fifth of a second, so that guessing takes long."""
        return cls.of(passphrase, MARK + os.urandom(SALT - len(MARK)))

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> Self:
        """The key of a file that begins with this salt."""
        return cls(salt, pbkdf2_hmac("sha512", _bytes(passphrase), salt, ROUNDS, 32))

    def fits(self, passphrase: str) -> bool:
        """Whether the key was made from this passphrase."""
        return compare_digest(Key.of(passphrase, self.salt).secret, self.secret)


class Held:
    """A file that this process has open, and its key.

    While it is open, its first bytes are not read again: to open and close it once more would drop SQLite's locks.
    """

    def __init__(self, path: Path, key: Key | None) -> None:
        self.identity = identity(path)
        self.key = key
        other = held(path)
        self.writes_ahead: bool = other.writes_ahead if other else writes_ahead(path)
        """Whether it has a write-ahead log of its own, as it was when this process opened it first."""
        with _LOCK:
            _HELD.add(self)

    def let_go(self) -> None:
        """The file is closed."""
        with _LOCK:
            _HELD.discard(self)


_LOCK = threading.Lock()
_HELD: "WeakSet[Held]" = WeakSet()
_TOLD: dict[bytes, Key] = {}
_OF_FOLDER: dict[Path, Key] = {}


def held(path: Path) -> Held | None:
    """What is known of a file that this process has open; None where it has not."""
    here = identity(path)
    with _LOCK:
        return next((each for each in _HELD if each.identity == here), None)


def remember(key: Key, folder: Path | None = None) -> None:
    """Takes a key into use; with a folder, also for a diary that is begun there."""
    _TOLD[key.salt] = key
    if folder is not None:
        _OF_FOLDER[folder.resolve()] = key


def forget(folder: Path | None = None) -> None:
    """Drops the key for diaries that are begun in a folder; without one every key that was told."""
    if folder is None:
        _TOLD.clear()
        _OF_FOLDER.clear()
    else:
        _OF_FOLDER.pop(folder.resolve(), None)


def key_of_folder(folder: Path) -> Key | None:
    """What a diary that is begun in this folder is encrypted with; None where it is not."""
    return _OF_FOLDER.get(folder.resolve())


def key_of(path: Path) -> Key | None:
    """What a file is encrypted with; None where it is not. Raises DiarySealed where its passphrase was not told."""
    if (known := held(path)) is not None:
        return known.key
    salt = salt_of(path)
    if salt is not None and salt not in _TOLD:
        raise DiarySealed(path)
    return _TOLD[salt] if salt else None


def sealed(path: Path) -> bool:
    """Whether the file is under a passphrase that was not told yet; not where there is no file."""
    try:
        key_of(path)
    except DiarySealed:
        return True
    return False


def salt_of(path: Path) -> bytes | None:
    """The salt of a file that this process has not open; None where it is under no passphrase, or not to be read."""
    try:
        with path.open("rb") as file:
            begins = file.read(SALT)
    except OSError:
        return None
    return begins if len(begins) == SALT and begins.startswith(MARK) else None


def _bytes(passphrase: str) -> bytes:
    """The same for letters that one system writes in one piece and another in two."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
