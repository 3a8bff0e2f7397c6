"""Python runs this first in every process of an audited server (see `__init__.py`)."""

import os
import sys
from typing import Any

LOG = os.environ["ATLAS_AUDIT_LOG"]
OF_THIS_MACHINE = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "", None}
# Where the host stands in the arguments of an event.
NAMES = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}
ADDRESSES = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Note whom a process asks: no code of its own or of a library passes by an audit hook."""
    if event in NAMES:
        host = arguments[NAMES[event]]
    elif event in ADDRESSES:
        address = arguments[ADDRESSES[event]]
        # A path, of a socket of the machine itself, is no tuple.
        host = address[0] if isinstance(address, tuple) else None
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(f"{event} {host}\n" if host not in OF_THIS_MACHINE else "")


sys.addaudithook(note)
