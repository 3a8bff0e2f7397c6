"""One temporary folder for the server and its processes, removed with them or at the next start.

Typefaces made for matplotlib, its settings and the sockets of processes lie in temporary folders,
which a process that is killed leaves behind.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import util
from pathlib import Path

from components.core import build_cache

# Where the system is no POSIX one, folders are made too, and those left behind stay.
HAS_LOCKS = find_spec("fcntl") is not None

PREFIX = "atlas-"
# The address of a socket in it must fit into 104 bytes, of which this is what multiprocessing adds.
LONGEST_PATH = 103 - len("/pymp-12345678/listener-12345678")
# Held by the server for as long as it lives, also where another cannot see its process id.
LOCK = "lock"
# Its own folder goes at -100; what has a lower number comes later.
AFTER_MULTIPROCESSING = -200


@dataclass(frozen=True)
class TemporaryFolder:
    """A folder, and the open file that says that it is in use."""

    path: Path
    lock: int

    def leave(self) -> None:
        """Remove it; whoever still wants a temporary file has it beside the folder.

        Where multiprocessing has a folder in it, that is removed by multiprocessing itself when the
        process ends, and this one after it.
        """
        os.environ["TMPDIR"] = tempfile.tempdir = str(self.path.parent)
        if any(self.path.glob("pymp-*")):
            util.Finalize(None, self.remove, exitpriority=AFTER_MULTIPROCESSING)
        else:
            self.remove()

    def remove(self) -> None:
        """Remove it and let go of its lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self.lock)


def use_temporary_folder() -> TemporaryFolder | None:
    """Make the folder of this process and its children; remove those whose server is gone.

    None where no folder can be made, or sockets in it could not be named: everything then lies
    where it lay.
    """
    place = Path(tempfile.gettempdir())
    remove_stale(place)
    if len(os.fsencode(place / f"{PREFIX}12345678")) > LONGEST_PATH:
        return None
    try:
        path = Path(tempfile.mkdtemp("", PREFIX, place))
        lock = os.open(path / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    try_lock(lock)
    # What is kept from one start to the next stays where it is, for workers too.
    os.environ.setdefault(build_cache.VARIABLE, str(place))
    os.environ["TMPDIR"] = tempfile.tempdir = str(path)
    return TemporaryFolder(path, lock)


def remove_stale(place: Path) -> None:
    """Remove our folders that no server holds; those of other users stay."""
    try:
        folders = [each for each in place.iterdir() if each.name.startswith(PREFIX)]
    except OSError:
        return
    for folder in folders:
        try:
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_NOFOLLOW)
        except (OSError, AttributeError):
            continue
        if try_lock(lock):
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def try_lock(lock: int) -> bool:
    """Lock an open file, unless another process holds it; whether it was done."""
    if not HAS_LOCKS:
        return False
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def remove_with_parent() -> None:
    """Remove the folder that the server gave this process, for when the server was killed."""
    path = Path(os.environ.get("TMPDIR", ""))
    if path.name.startswith(PREFIX):
        shutil.rmtree(path, ignore_errors=True)
