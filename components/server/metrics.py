"""How many sessions are open, for autoscaling: Streamlit's own figure, at a port of its own.

Streamlit's `/_stcore/metrics` is closed at the port that visitors reach. Where ATLAS_METRICS_PORT
is set, `/metrics` at that port tells the one figure, in OpenMetrics text. Nobody but what collects
metrics should reach it; no proxy of `deploy/` leads there.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY
from streamlit.web.server.starlette.starlette_routes import create_metrics_routes

VARIABLE = "ATLAS_METRICS_PORT"
PATH = "/metrics"
LAST_PORT = 65535


def read_metrics_port(environment: Mapping[str, str]) -> int:
    """The port in ATLAS_METRICS_PORT, 0 if unset or off; ValueError names a bad value."""
    value = environment.get(VARIABLE, "").strip()
    if not value:
        return 0
    port = int(value) if value.isascii() and value.isdigit() else -1
    if not 0 <= port <= LAST_PORT:
        raise ValueError(f"{VARIABLE}: {value!r} is not a port, a number from 1 to 65535, nor 0")
    return port


def build_metrics_app(runtime: Runtime) -> ASGIApp:
    """An app that answers `/metrics` with the number of open sessions, whatever is asked for.

    Other figures of Streamlit walk through all that is kept in memory, and hold everybody up.
    """
    get, *_ = create_metrics_routes(runtime, None)
    assert isinstance(get, Route)
    app = Starlette(routes=[Route(PATH, get.endpoint)])
    query = f"families={ACTIVE_SESSIONS_FAMILY}".encode()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "query_string": query}, receive, send)

    return answer


def start_metrics(runtime: Runtime, environment: Mapping[str, str]) -> None:
    """Serve the figure in a thread that ends with the process, if a port is set.

    It listens at the address that the server listens at, by default this machine's own. ValueError
    names a bad setting; OSError comes from a port that is taken.
    """
    port = read_metrics_port(environment)
    if not port:
        return
    address = config.get_option("server.address") or "127.0.0.1"
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.create_server((address, port), family=family)
    settings = uvicorn.Config(
        build_metrics_app(runtime), lifespan="off", log_config=None, access_log=False
    )
    server = uvicorn.Server(settings)
    threading.Thread(target=server.run, args=([listening],), name="metrics", daemon=True).start()
