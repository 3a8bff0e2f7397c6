"""What crosses the wire while a page loads, by Chromium's own account of its network."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlparse

from playwright.sync_api import CDPSession

# Streamlit's own front end; everything else that a page fetches is the app's.
FRONT_END = ("/static/", "/_stcore/", "/favicon")


@dataclass
class Transfer:
    """One request: its path, and the bytes received (headers, body) with their times."""

    path: str
    received: list[tuple[float, float]] = field(default_factory=list)
    total: float | None = None
    ended_at: float = 0.0

    def bytes_until(self, moment: float) -> float:
        """Bytes on the wire until a moment (s)."""
        if self.total is not None and self.ended_at <= moment:
            return self.total
        return sum(size for at, size in self.received if at <= moment)


class Traffic:
    """Counts requests and websocket messages of a page from when it is made; times in epoch s."""

    def __init__(self, session: CDPSession) -> None:
        """Listen to the page's session from now on."""
        self.session = session
        self.offset = 0.0
        self.transfers: dict[str, Transfer] = {}
        self.socket_received: list[tuple[float, int]] = []
        self.socket_sent: list[tuple[float, bytes]] = []
        self.last_at = 0.0
        for name, handler in {
            "requestWillBeSent": self.on_request,
            "responseReceived": self.on_response,
            "dataReceived": self.on_data,
            "loadingFinished": self.on_finished,
            "webSocketFrameReceived": self.on_socket_received,
            "webSocketFrameSent": self.on_socket_sent,
        }.items():
            session.on(f"Network.{name}", handler)
        session.send("Network.enable")

    def clear(self) -> None:
        """Forget what was counted, as before a second visit."""
        self.transfers.clear()
        self.socket_received.clear()
        self.socket_sent.clear()

    def to_epoch(self, event: dict[str, Any]) -> float:
        """An event's time; Chromium counts it from a start of its own."""
        at = float(event["timestamp"]) + self.offset
        self.last_at = max(self.last_at, at)
        return at

    def on_request(self, event: dict[str, Any]) -> None:
        """A request leaves."""
        self.offset = float(event["wallTime"]) - float(event["timestamp"])
        self.to_epoch(event)
        if event["request"]["url"].startswith("http"):
            path = urlparse(event["request"]["url"]).path
            self.transfers[event["requestId"]] = Transfer(path)

    def on_response(self, event: dict[str, Any]) -> None:
        """Headers arrive."""
        if event["requestId"] in self.transfers:
            size = float(event["response"].get("encodedDataLength", 0))
            self.transfers[event["requestId"]].received.append((self.to_epoch(event), size))

    def on_data(self, event: dict[str, Any]) -> None:
        """A part of a body arrives."""
        if event["requestId"] in self.transfers:
            size = float(event.get("encodedDataLength", 0))
            self.transfers[event["requestId"]].received.append((self.to_epoch(event), size))

    def on_finished(self, event: dict[str, Any]) -> None:
        """A request ends; now its whole size is known."""
        if event["requestId"] in self.transfers:
            transfer = self.transfers[event["requestId"]]
            transfer.total = float(event["encodedDataLength"])
            transfer.ended_at = self.to_epoch(event)

    def on_socket_received(self, event: dict[str, Any]) -> None:
        """A websocket message arrives."""
        self.socket_received.append((self.to_epoch(event), len(read_payload(event))))

    def on_socket_sent(self, event: dict[str, Any]) -> None:
        """A websocket message leaves."""
        self.socket_sent.append((self.to_epoch(event), read_payload(event)))

    def sum_socket(self, until: float) -> float:
        """Bytes of websocket messages received until a moment."""
        return sum(size for at, size in self.socket_received if at <= until)

    def sum_all(self, until: float) -> float:
        """Bytes received until a moment, headers included."""
        fetched = sum(transfer.bytes_until(until) for transfer in self.transfers.values())
        return fetched + self.sum_socket(until)

    def sum_own(self, until: float) -> float:
        """Bytes received until a moment that are not of Streamlit's own front end."""
        own = (t for t in self.transfers.values() if not t.path.startswith(FRONT_END))
        return sum(t.bytes_until(until) for t in own) + self.sum_socket(until)


def read_payload(event: dict[str, Any]) -> bytes:
    """The content of a websocket message."""
    response = event["response"]
    text = str(response["payloadData"])
    return base64.b64decode(text) if response["opcode"] == 2 else text.encode()
