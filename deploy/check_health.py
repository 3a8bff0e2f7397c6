"""Ask a replica whether it can take visitors: exit status 0 when it can.

`python deploy/check_health.py [SECONDS]` asks for `/ready` at the port in STREAMLIT_SERVER_PORT
(8501), below STREAMLIT_SERVER_BASE_URL_PATH; with SECONDS it asks again until the replica is ready,
or the time is up. Needs nothing but Python.
"""

from __future__ import annotations

import os
import sys
import time
from http.client import HTTPConnection, HTTPException

ASK_SECONDS = 4.0
PAUSE_SECONDS = 0.2


def is_ready(port: int, base: str = "") -> bool:
    """Whether the replica at a port of this machine, below a path, answers that it is ready."""
    connection = HTTPConnection("127.0.0.1", port, timeout=ASK_SECONDS)
    try:
        connection.request("GET", f"{base}/ready")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def main(arguments: list[str]) -> int:
    """Ask once, or until the given seconds have passed."""
    port = int(os.environ.get("STREAMLIT_SERVER_PORT", "8501"))
    base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    limit = time.monotonic() + float(arguments[0] if arguments else 0)
    while not is_ready(port, f"/{base}" if base else ""):
        if time.monotonic() >= limit:
            print(f"the replica at port {port} is not ready", file=sys.stderr)
            return 1
        time.sleep(PAUSE_SECONDS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
