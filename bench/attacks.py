"""One client that takes all it can get, as a process of its own: `python -m bench.attacks`.

It comes from another address than the visitors, so limits for each client meet it alone. What it
sends is harmless: orders, stories, pages and runs as any reader may ask for, only too many of
them. It ends after the seconds given, whatever is still open, and prints how it was answered.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException
from uuid import uuid4

from picows import WSError

from bench.app_process import ServerAddress
from bench.baseline_data import list_years
from bench.load_test import MANY_ADDRESSES, Visitor, connect, open_visitor
from bench.long_story import write_long_story
from bench.variants import ATLAS

ADDRESS = "127.0.0.2"
# After a refusal; a polite client would wait for as long as it is told to.
PAUSE_SECONDS = 0.05
FULL_BYTES = 1_000_000
EXPORTS_AT_ONCE = 12
STORIES_AT_ONCE = 28
EMBEDS_AT_ONCE = 40
UPLOADS_AT_ONCE, MOST_UPLOADS = 8, 200
FLOODS, RUNS_A_SECOND = 3, 180
IDLE_CONNECTIONS = 400
GOT_THROUGH, CLOSED, UNANSWERED = "200", "closed", "no answer"
COOKIE = re.compile(r"_streamlit_xsrf=([^;]+)")


class Attack:
    """How one attack goes on: its end, and the answers it got by status."""

    def __init__(self, port: int, seconds: float) -> None:
        """It ends so many seconds from now."""
        self.port = port
        self.ends = time.monotonic() + seconds
        self.answers: Counter[str] = Counter()

    @property
    def left(self) -> float:
        """Seconds until the end, at least a few hundredths."""
        return max(0.05, self.ends - time.monotonic())

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return time.monotonic() >= self.ends

    def send(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[str, str]:
        """One request on a connection of its own: how it was answered, and the cookies set."""
        source = (ADDRESS, 0) if MANY_ADDRESSES else None
        connection = HTTPConnection("127.0.0.1", self.port, self.left, source)
        try:
            connection.request(method, path, body or None, dict(headers or {}))
            answer = connection.getresponse()
            while not self.over and answer.read(1 << 16):
                pass
            told = str(answer.status) if not self.over else UNANSWERED
            return told, answer.getheader("Set-Cookie") or ""
        except (OSError, HTTPException):
            return (UNANSWERED if self.over else CLOSED), ""
        finally:
            connection.close()

    def repeat(self, count: int, ask: Callable[[], str]) -> None:
        """Ask again and again in some threads, until the end."""

        def go_on() -> None:
            while not self.over:
                told = ask()
                self.answers[told] += 1
                if told != GOT_THROUGH:
                    time.sleep(PAUSE_SECONDS)

        threads = [threading.Thread(target=go_on, daemon=True) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(self.left + 1)


def order_exports(attack: Attack) -> None:
    """Stories of forty steps as PowerPoint."""
    body = write_long_story()
    path = "/export/story.pptx?lang=en&progress=1"
    attack.repeat(EXPORTS_AT_ONCE, lambda: attack.send("POST", path, body)[0])


def post_stories(attack: Attack) -> None:
    """Story files as long as they may be."""
    line = b"  A long line of plain words that says nothing, again and again and again.\n"
    head = b"title: A long story\ndescription: >\n"
    body = head + line * ((FULL_BYTES - len(head)) // len(line))
    attack.repeat(STORIES_AT_ONCE, lambda: attack.send("POST", "/atlas/story", body)[0])


def open_embeds(attack: Attack) -> None:
    """The map alone, before anybody has asked for it."""
    attack.repeat(EMBEDS_AT_ONCE, lambda: attack.send("GET", "/?embed=1")[0])


def upload_files(attack: Attack) -> None:
    """Files to the framework's own upload path, with what it asks of its own pages."""
    cookie = COOKIE.search(attack.send("GET", "/_stcore/host-config")[1])
    token = cookie.group(1) if cookie else ""
    visitor = asyncio.run(open_visitor(ServerAddress(ATLAS, attack.port), source=ADDRESS))
    edge = "harmless"
    part = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    body = part.encode() + b" " * FULL_BYTES + f"\r\n--{edge}--\r\n".encode()
    headers = {
        "Content-Type": f"multipart/form-data; boundary={edge}",
        "Cookie": f"_streamlit_xsrf={token}",
        "X-Xsrftoken": token,
    }

    def upload() -> str:
        taken = attack.answers["204"] + attack.answers[GOT_THROUGH]
        if taken >= MOST_UPLOADS:
            time.sleep(attack.left)
        return attack.send(
            "PUT", f"/_stcore/upload_file/{visitor.session}/{uuid4()}", body, headers
        )[0]

    attack.repeat(UPLOADS_AT_ONCE, upload)


def flood_messages(attack: Attack) -> None:
    """Websockets that ask for runs as fast as they can be read."""
    asyncio.run(keep_all([flood(attack, place) for place in range(FLOODS)], attack))


def hold_connections(attack: Attack) -> None:
    """Websockets that say nothing."""
    asyncio.run(keep_all([hold(attack) for _ in range(IDLE_CONNECTIONS)], attack))


async def keep_all(tasks: list, attack: Attack) -> None:  # type: ignore[type-arg]
    """Let tasks go on until the end."""
    going = [asyncio.create_task(task) for task in tasks]
    await asyncio.sleep(attack.left)
    for task in going:
        task.cancel()
    await asyncio.gather(*going, return_exceptions=True)


async def enter(attack: Attack) -> Visitor | None:
    """An open websocket, or None when it was refused, which is counted."""
    try:
        return await connect(ServerAddress(ATLAS, attack.port), source=ADDRESS)
    except WSError as error:
        status = getattr(getattr(error, "response", None), "status", None)
        attack.answers[str(int(status)) if status else CLOSED] += 1
    except (OSError, TimeoutError):
        attack.answers[CLOSED] += 1
    await asyncio.sleep(PAUSE_SECONDS)
    return None


async def flood(attack: Attack, place: int) -> None:
    """Ask for runs without waiting for them; open a new websocket when one is closed."""
    years = list_years()
    while True:
        visitor = await enter(attack)
        if visitor is None:
            continue
        try:
            await visitor.run()
            asked = visitor.finished
            while visitor.transport is not None:
                visitor.ask(years[place % len(years)])
                place += 1
                await asyncio.sleep(1 / RUNS_A_SECOND)
                attack.answers["runs"] += visitor.finished - asked
                asked = visitor.finished
        except (OSError, TimeoutError, RuntimeError):
            pass
        attack.answers[CLOSED] += 1
        await asyncio.sleep(PAUSE_SECONDS)


async def hold(attack: Attack) -> None:
    """Open a websocket and keep it."""
    while True:
        visitor = await enter(attack)
        if visitor is None:
            continue
        attack.answers["opened"] += 1
        while visitor.transport is not None:
            await asyncio.sleep(0.2)
        attack.answers[CLOSED] += 1


ATTACKS: Mapping[str, Callable[[Attack], None]] = {
    "exports": order_exports,
    "stories": post_stories,
    "embeds": open_embeds,
    "messages": flood_messages,
    "idle": hold_connections,
    "uploads": upload_files,
}


def main() -> None:
    """Say that it begins, attack, and print the answers as JSON."""
    kind, port, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    print("begun", flush=True)
    attack = Attack(port, seconds)
    ATTACKS[kind](attack)
    print(json.dumps(attack.answers), flush=True)


if __name__ == "__main__":
    main()
