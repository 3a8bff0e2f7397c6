"""Limits of websockets for each client: how many are open, how often one opens, what it says.

An idle websocket may stay: a map on the wall of a briefing room says nothing for an hour. The
server pings it and closes one that does not answer, and a client may have only so many.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter, deque
from math import ceil

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.logger import get_logger
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.server import rate_limits
from components.server.clients import identify_client
from components.server.error_responses import answer_refusal, refuse_websocket
from components.server.first_message import blank_first_message
from components.server.messages import too_many_connections_message, too_many_requests_message
from components.server.rate_limits import RateLimiter, read_number

LOGGER = get_logger("atlas")
LATER_SECONDS = 30
# A handshake may be held up this long; browsers wait for 15 s.
PATIENCE_SECONDS = 8.0
# One too many is held before it is refused, as a program that tries again at once would otherwise
# keep the server busy with refusals; for a random time, so that many do not come back together.
HELD_SECONDS = (2.0, 6.0)
# As many of all clients are held, each a socket; more are refused at once.
MOST_HELD = 500
# What may wait for its turn on one websocket; a browser never has more than a few.
MOST_WAITING = 100
MOST_WAITING_BYTES = 1024 * 1024
# What a page of the atlas says: run, stop, I am here, give me this file. Streamlit would also let
# any visitor empty the caches of all.
SPOKEN = frozenset({"rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"})
# A breach of the rules counts as so many new connections.
BREACH_COST = 10

UNREADABLE, UNSUPPORTED, BREACH, TOO_BIG = 1002, 1003, 1008, 1009


class ConnectionLimits:
    """Middleware that counts the websockets of each client and paces what they say."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app; ValueError names a bad setting."""
        self.app = app
        self.most = read_number(rate_limits.MOST_CONNECTIONS)
        self.most_bytes = read_number(rate_limits.MOST_MESSAGE_BYTES)
        self.handshakes = RateLimiter(rate_limits.CONNECTIONS)
        self.messages = RateLimiter(rate_limits.MESSAGES)
        self.connection_messages = RateLimiter(rate_limits.CONNECTION_MESSAGES)
        self.log = RateLimiter(rate_limits.LOG_LINES)
        self.unlogged = 0
        self.open: Counter[str] = Counter()
        self.held = 0
        self.numbers = itertools.count()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take in a websocket or refuse it; pass everything else on."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        client = identify_client(scope)
        if self.is_full(client):
            await self.hold()
        if self.is_full(client):
            later = {"Retry-After": str(LATER_SECONDS)}
            refusal = answer_refusal(scope, 429, too_many_connections_message, later)
            await refuse_websocket(scope, receive, send, refusal)
            return
        self.open[client] += 1
        try:
            await self.take_in(client, scope, receive, send)
        finally:
            self.open[client] -= 1
            if not self.open[client]:
                del self.open[client]

    def is_full(self, client: str) -> bool:
        """Whether a client has all the websockets it may have."""
        return bool(self.most) and self.open[client] >= self.most

    async def hold(self) -> None:
        """Let a websocket wait for a place that becomes free, unless too many wait."""
        if self.held >= MOST_HELD:
            return
        self.held += 1
        try:
            await asyncio.sleep(random.uniform(*HELD_SECONDS))
        finally:
            self.held -= 1

    async def take_in(self, client: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a websocket open when it is its client's turn, or say when that will be."""
        while wait := self.handshakes.wait(client):
            if wait > PATIENCE_SECONDS:
                later = {"Retry-After": str(ceil(wait))}
                refusal = answer_refusal(scope, 429, too_many_requests_message, later)
                await refuse_websocket(scope, receive, send, refusal)
                return
            await asyncio.sleep(wait)
        connection = PacedConnection(self, client, receive, send)
        await self.app(scope, connection.receive, connection.send)

    def note_breach(self, client: str, why: str) -> None:
        """Charge a client for a breach; the log gets a few lines a minute, and none of its data."""
        self.handshakes.wait(client, BREACH_COST)
        if self.log.wait("log"):
            self.unlogged += 1
            return
        more = f" ({self.unlogged} more since the last line)" if self.unlogged else ""
        LOGGER.warning("A websocket was closed: %s%s", why, more)
        self.unlogged = 0


class PacedConnection:
    """The two ways of one websocket: messages in wait for their turn, messages out are blanked."""

    def __init__(self, limits: ConnectionLimits, client: str, receive: Receive, send: Send) -> None:
        """Stand between the server's `receive` and `send` and the app's."""
        self.limits = limits
        self.client = client
        self.name = f"{client} {next(limits.numbers)}"
        self.receive_next = receive
        self.send_on = send
        self.waiting: deque[Message] = deque()
        self.waiting_bytes = 0
        # Whether the first that waits has had its turn on this websocket, if not yet its client's.
        self.granted = False
        self.closed = False

    async def send(self, message: Message) -> None:
        """Pass a message on to the browser."""
        if self.closed:
            # As from a connection that is gone: Streamlit then stops quietly.
            raise OSError("the websocket was closed")
        if message["type"] == "websocket.send" and message.get("bytes"):
            message = {**message, "bytes": blank_first_message(message["bytes"])}
        await self.send_on(message)

    async def receive(self) -> Message:
        """The next message whose turn it is; a disconnection overtakes those that wait."""
        while True:
            if not self.waiting:
                if done := await self.take(await self.receive_next()):
                    return done
                continue
            wait = self.find_wait()
            if not wait:
                message = self.waiting.popleft()
                self.waiting_bytes -= len(message["bytes"])
                self.granted = False
                return message
            try:
                async with asyncio.timeout(wait):
                    arrived = await self.receive_next()
            except TimeoutError:
                continue
            if done := await self.take(arrived):
                return done

    def find_wait(self) -> float:
        """Seconds until the next message may go on; when it may, it is counted."""
        if not self.granted and (wait := self.limits.connection_messages.wait(self.name)):
            return wait
        self.granted = True
        return self.limits.messages.wait(self.client)

    async def take(self, message: Message) -> Message | None:
        """Queue a message of a page, drop one that no page of the atlas sends.

        Returns what the app must hear at once: anything but a message, or that the websocket was
        closed for a breach of the rules.
        """
        if message["type"] != "websocket.receive":
            return message
        data = message.get("bytes")
        if data is None:
            return await self.close(UNSUPPORTED, "a message was text")
        if self.limits.most_bytes and len(data) > self.limits.most_bytes:
            return await self.close(TOO_BIG, "a message was too large")
        try:
            kind = BackMsg.FromString(data).WhichOneof("type")
        except DecodeError:
            return await self.close(UNREADABLE, "a message could not be read")
        if kind in SPOKEN:
            self.waiting.append({"type": "websocket.receive", "bytes": data})
            self.waiting_bytes += len(data)
        if len(self.waiting) > MOST_WAITING or self.waiting_bytes > MOST_WAITING_BYTES:
            return await self.close(BREACH, "too many messages came at once")
        return None

    async def close(self, code: int, why: str) -> Message:
        """Close the websocket with a code; returns the disconnection for the app."""
        self.closed = True
        self.waiting.clear()
        self.limits.note_breach(self.client, why)
        await self.send_on({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
