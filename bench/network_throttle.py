"""A link of limited rate and length before local servers: every byte of every connection waits.

Runs as its own process, `python -m bench.network_throttle <link> <server port> ...`, and prints the
ports it listens on, one for each server; all share one link. Each direction has the link's rate and
half its round trip; a new connection waits one round trip, as its handshake would. There is no slow
start and no loss.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import dataclass

CHUNK_BYTES = 4096
# A connection queues its next chunk this long before the last is sent, or late wake-ups of this
# process would leave the line idle.
AHEAD_SECONDS = 0.004


@dataclass(frozen=True)
class Link:
    """Bits a second in each direction, and the round trip in seconds."""

    rate: float
    round_trip: float

    def describe(self) -> str:
        """Rate and round trip as they are written."""
        megabits = f"{self.rate / 1e6:g} Mbit/s"
        rate = megabits if self.rate >= 1e6 else f"{self.rate / 1e3:g} kbit/s"
        return f"{rate} and {1000 * self.round_trip:g} ms"


LINKS = {"office": Link(10_000_000, 0.040), "slow": Link(400_000, 0.300)}


@dataclass
class Lane:
    """One direction of the link: when it will have sent all it was given."""

    link: Link
    free_at: float = 0.0

    def reserve(self, size: int, now: float) -> float:
        """Queue some bytes; returns when the last of them is on the line."""
        self.free_at = max(self.free_at, now) + 8 * size / self.link.rate
        return self.free_at


async def carry(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: Lane, starts_at: float
) -> None:
    """Carry one direction of one connection until its end, each chunk at its time."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            due, chunk = await queue.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            if not chunk:
                break
            writer.write(chunk)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()

    delivery = asyncio.create_task(deliver())
    try:
        await asyncio.sleep(max(0.0, starts_at - loop.time()))
        while chunk := await reader.read(CHUNK_BYTES):
            sent = lane.reserve(len(chunk), loop.time())
            queue.put_nowait((sent + lane.link.round_trip / 2, chunk))
            # Connections take turns: the next chunk queues when this one is on the line.
            await asyncio.sleep(max(0.0, sent - AHEAD_SECONDS - loop.time()))
        queue.put_nowait((loop.time() + lane.link.round_trip / 2, b""))
        await delivery
    except (OSError, asyncio.CancelledError, RuntimeError):
        delivery.cancel()
        writer.close()


async def serve_link(link: Link, ports: list[int]) -> None:
    """Listen for each server and carry both directions over one link."""
    up, down = Lane(link), Lane(link)
    listeners = []
    for port in ports:

        async def connect(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int = port
        ) -> None:
            try:
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                writer.close()
                return
            now = asyncio.get_running_loop().time()
            await asyncio.gather(
                carry(reader, far_writer, up, now + link.round_trip),
                carry(far_reader, writer, down, now),
            )
            far_writer.close()
            writer.close()

        listeners.append(await asyncio.start_server(connect, "127.0.0.1", 0))
    print(*(listener.sockets[0].getsockname()[1] for listener in listeners), flush=True)
    await asyncio.gather(*(listener.serve_forever() for listener in listeners))


def start_link(ports: list[int], link: str = "office") -> tuple[subprocess.Popen[str], list[int]]:
    """Start one of `LINKS` as a process; returns it and the ports to connect to instead."""
    command = [sys.executable, "-m", "bench.network_throttle", link, *map(str, ports)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, [int(port) for port in process.stdout.readline().split()]


if __name__ == "__main__":
    asyncio.run(serve_link(LINKS[sys.argv[1]], [int(port) for port in sys.argv[2:]]))
