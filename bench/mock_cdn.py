"""A stand-in for the content networks the baselines fetch from: gzip, cached for a year, local.

It spares them the name look-up and the handshake that a real one costs. Folium takes Leaflet from
it, Plotly the base map it asks for even where none is drawn (an empty one).
"""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "components" / "vendor"
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
EMPTY_TOPOLOGY = b'{"type": "Topology", "objects": {}, "arcs": []}'
FILES = {
    "leaflet.js": (VENDOR / "leaflet.js").read_bytes(),
    "leaflet.css": (VENDOR / "leaflet.css").read_bytes(),
    "world_110m.json": EMPTY_TOPOLOGY,
}


class ContentHandler(BaseHTTPRequestHandler):
    """Answers for the few files."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, packed."""
        name = self.path.removeprefix("/")
        found = name in FILES
        body = gzip.compress(FILES[name], mtime=0) if found else b""
        self.send_response(200 if found else 404)
        if found:
            self.send_header("Content-Type", TYPES[Path(name).suffix])
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def start_content_host() -> int:
    """Serve from a thread of this process; returns the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), ContentHandler)
    threading.Thread(target=server.serve_forever, name="content", daemon=True).start()
    return server.server_port
