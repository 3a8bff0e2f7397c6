"""Who comes next, who waits and who is refused."""

from __future__ import annotations

import asyncio

import pytest

from components.workers.queue import FairQueue, Lane, Place, QueueFull
from tests.components.server.http_client import run_apart


def name_begun(places: dict[str, Place]) -> set[str]:
    """The places whose turn it is."""
    return {name for name, place in places.items() if place.begun.done()}


def test_whoever_has_least_under_way_comes_next() -> None:
    async def use() -> None:
        queue = FairQueue(2, {"file": Lane(2)})
        places = {f"a{at}": queue.join("file", "a") for at in range(4)}
        places |= {"b0": queue.join("file", "b"), "c0": queue.join("file", "c")}
        assert name_begun(places) == {"a0", "a1"}
        for left, begins in (("a0", "b0"), ("a1", "c0"), ("b0", "a2"), ("c0", "a3")):
            queue.leave(places.pop(left))
            assert begins in name_begun(places)
            assert len(name_begun(places)) == 2
        for place in places.values():
            queue.leave(place)
        assert queue.idle

    run_apart(use())


def test_an_earlier_lane_goes_first_and_a_later_one_leaves_room() -> None:
    async def use() -> None:
        queue = FairQueue(2, {"shared": Lane(2), "file": Lane(1)})
        places = {f"file{at}": queue.join("file", str(at)) for at in range(3)}
        assert name_begun(places) == {"file0"}, "one is left for others"
        places |= {f"shared{at}": queue.join("shared", "") for at in range(2)}
        assert name_begun(places) == {"file0", "shared0"}
        queue.leave(places["file0"])
        assert place_is_begun(places["shared1"])
        assert not place_is_begun(places["file1"])

    run_apart(use())


def place_is_begun(place: Place) -> bool:
    """Whether it is the turn of a place."""
    return place.begun.done() and not place.begun.cancelled()


def test_a_share_that_is_used_up_is_told_from_a_full_queue() -> None:
    async def use() -> None:
        queue = FairQueue(9, {"file": Lane(3, 1, waiting=2, waiting_of_client=1)})
        queue.join("file", "a")
        queue.join("file", "a")
        with pytest.raises(QueueFull) as refused:
            queue.join("file", "a")
        assert refused.value.of_client
        for client in "bc":
            queue.join("file", client)
        queue.join("file", "d")
        with pytest.raises(QueueFull) as refused:
            queue.join("file", "e")
        assert not refused.value.of_client, "two wait, and this client has none"

    run_apart(use())


def test_where_nobody_may_wait_the_share_is_told_from_the_whole_too() -> None:
    async def use() -> None:
        queue = FairQueue(2, {"story": Lane(2, 1, waiting=0)})
        queue.join("story", "a")
        with pytest.raises(QueueFull) as refused:
            queue.join("story", "a")
        assert refused.value.of_client
        queue.join("story", "b")
        with pytest.raises(QueueFull) as refused:
            queue.join("story", "c")
        assert not refused.value.of_client

    run_apart(use())


def test_a_place_that_is_given_up_while_it_waits_is_not_served() -> None:
    async def use() -> None:
        queue = FairQueue(1, {"file": Lane(1)})
        first = queue.join("file", "a")

        async def wait() -> None:
            with queue.join("file", "b") as place:
                await place.turn()

        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        queue.leave(first)
        queue.leave(first)
        assert queue.idle
        assert queue.join("file", "c").begun.done()

    run_apart(use())
