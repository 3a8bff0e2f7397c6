"""A queue with lanes that is fair to clients: whoever has the least under way comes next."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType


class QueueFull(Exception):
    """No place is free; `of_client` says whether it is this client's share that is used up."""

    def __init__(self, *, of_client: bool) -> None:
        """Say whose limit was reached."""
        super().__init__("the client's share is used up" if of_client else "the queue is full")
        self.of_client = of_client


@dataclass(frozen=True)
class Lane:
    """How many of a lane may be under way and may wait, in all and of one client; None: any."""

    most: int
    most_of_client: int | None = None
    waiting: int | None = None
    waiting_of_client: int | None = None


class Place:
    """A place in a queue, to be used in a `with` block; leaving it lets the next begin."""

    def __init__(self, queue: FairQueue, lane: str, client: str) -> None:
        """Take a place; `FairQueue.join` makes it."""
        self.queue, self.lane, self.client = queue, lane, client
        self.begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def turn(self) -> None:
        """Wait until it is this one's turn; returns at once when it has come."""
        await asyncio.shield(self.begun)

    def __enter__(self) -> Place:
        """Hold the place."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave, whether it was its turn or not."""
        self.queue.leave(self)


class FairQueue:
    """At most `most` are under way at once, those of an earlier lane first.

    Within a lane the client comes next that has the fewest under way, of several the one that was
    served longest ago. For use in one event loop.
    """

    def __init__(self, most: int, lanes: Mapping[str, Lane]) -> None:
        """An empty queue; `lanes` in the order of their priority."""
        self.most, self.lanes = most, lanes
        self.waiting: dict[str, dict[str, deque[Place]]] = {name: {} for name in lanes}
        self.running: Counter[str] = Counter()
        self.running_of: Counter[tuple[str, str]] = Counter()
        # When each that has something here was last served, as a number that grows.
        self.served: dict[tuple[str, str], int] = {}

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waits."""
        return not self.running.total() and not any(self.waiting.values())

    def join(self, lane: str, client: str) -> Place:
        """A place at the end of a lane; QueueFull when it would have to wait and may not."""
        place = Place(self, lane, client)
        own = self.waiting[lane].setdefault(client, deque())
        own.append(place)
        self.advance()
        if not place.begun.done():
            limits = self.lanes[lane]
            waiting = sum(map(len, self.waiting[lane].values()))
            too_many = exceeds(len(own), limits.waiting_of_client)
            if too_many or exceeds(waiting, limits.waiting):
                share_used = reaches(self.running_of[lane, client], limits.most_of_client)
                self.leave(place)
                raise QueueFull(of_client=too_many or share_used)
        return place

    def leave(self, place: Place) -> None:
        """Give a place up, once; whoever is next begins."""
        if place.begun.cancelled():
            return
        if place.begun.done():
            self.running[place.lane] -= 1
            self.running_of[place.lane, place.client] -= 1
            place.begun = asyncio.get_running_loop().create_future()
        else:
            own = self.waiting[place.lane][place.client]
            own.remove(place)
            if not own:
                del self.waiting[place.lane][place.client]
        place.begun.cancel()
        whose = place.lane, place.client
        if not self.running_of[whose] and place.client not in self.waiting[place.lane]:
            self.running_of.pop(whose, None)
            self.served.pop(whose, None)
        self.advance()

    def advance(self) -> None:
        """Let as many begin as may."""
        while place := self._choose():
            self.running[place.lane] += 1
            self.running_of[place.lane, place.client] += 1
            place.begun.set_result(None)

    def _choose(self) -> Place | None:
        """Take the next place out of the queue; None when nobody may begin."""
        if self.running.total() >= self.most:
            return None
        for lane, limits in self.lanes.items():
            waiting = self.waiting[lane]
            able = [
                client
                for client in waiting
                if not reaches(self.running_of[lane, client], limits.most_of_client)
            ]
            if not able or self.running[lane] >= limits.most:
                continue
            client = min(able, key=lambda each: self._rank(lane, each))
            place = waiting[client].popleft()
            if not waiting[client]:
                del waiting[client]
            self.served[lane, client] = 1 + max(self.served.values(), default=0)
            return place
        return None

    def _rank(self, lane: str, client: str) -> tuple[int, int]:
        """How far back a client stands: what it has under way, then when it was last served."""
        return self.running_of[lane, client], self.served.get((lane, client), 0)


def exceeds(count: int, limit: int | None) -> bool:
    """Whether there are more than allowed."""
    return limit is not None and count > limit


def reaches(count: int, limit: int | None) -> bool:
    """Whether no more are allowed."""
    return limit is not None and count >= limit
