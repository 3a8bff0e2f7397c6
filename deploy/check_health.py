"""Ask a replica whether it can take visitors: exit status 0 when it can.

`python deploy/check_health.py [SECONDS]` asks the port in STREAMLIT_SERVER_PORT (8501); with
SECONDS it asks again until the replica can, or the time is up. Needs nothing but Python.
"""

from __future__ import annotations

import os
import sys
import time
from http.client import HTTPConnection, HTTPException

ASK_SECONDS = 4.0
PAUSE_SECONDS = 0.2


def is_healthy(port: int) -> bool:
    """Whether the replica at a port of this machine answers 200 to its health check."""
    connection = HTTPConnection("127.0.0.1", port, timeout=ASK_SECONDS)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def main(arguments: list[str]) -> int:
    """Ask once, or until the given seconds have passed."""
    port = int(os.environ.get("STREAMLIT_SERVER_PORT", "8501"))
    limit = time.monotonic() + float(arguments[0] if arguments else 0)
    while not is_healthy(port):
        if time.monotonic() >= limit:
            print(f"the replica at port {port} does not answer its health check", file=sys.stderr)
            return 1
        time.sleep(PAUSE_SECONDS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
