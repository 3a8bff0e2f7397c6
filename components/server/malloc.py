"""Memory that was freed goes back to the system, so that a process does not grow with its work."""

from __future__ import annotations

import ctypes
import sys

M_MMAP_THRESHOLD = -3
"""Of `mallopt(3)` in the C library of most Linux systems."""
LARGE_BYTES = 256 * 1024


def set_mmap_threshold() -> None:
    """Keep every large block apart from the others, where the C library can.

    It would raise that limit to 32 MB by itself, once a large block was freed: files and pictures
    then lie among small things that stay, and the holes they leave are never given back.
    """
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "mallopt"):
            library.mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
