"""What each proxy puts in place of what no replica can answer, and where the atlas may lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.components.server.http_client import fetch
from tests.deploy.conftest import PICTURE, wait_for_status, wait_until
from tests.deploy.stub_replica import RETRY_AFTER
from tests.deploy.stubbed import CLAIMS, VISIT, Stubbed, open_socket, say, start
from tests.proxy_programs import PROGRAMS

PREFIXES = {"stripped": ("/atlas", ""), "kept": ("/atlas", "/atlas")}


@pytest.fixture(params=PROGRAMS)
def fresh(request: pytest.FixtureRequest, site: Path) -> Iterator[Stubbed]:
    """Each proxy, for tests that change something; two visitors fill each replica."""
    with start(request.param, site, max_visitors="2") as found:
        yield found


# Apache does not count the visitors of a replica.
@pytest.mark.parametrize("fresh", ["caddy", "nginx", "haproxy"], indirect=True)
def test_new_visits_are_led_to_the_files_when_all_are_full(fresh: Stubbed) -> None:
    with ExitStack() as stack:
        # Which replica takes a websocket may be left to chance: it is full with two.
        while (answer := fetch(fresh.url, "/events?year=2016", VISIT)).status == 200:
            assert open_socket(fresh, "127.0.0.1", stack)[0] == 101
        assert (answer.status, answer.headers["location"]) == (307, "/site/events?year=2016")
        assert answer.headers["retry-after"] == "30"
        # The map alone opens no session; exports and files belong to visits that were taken.
        for path in ("/?embed=1", "/export/view.pptx", "/export/preview.png", "/atlas/x/y"):
            assert fresh.ask(path, VISIT)["path"] == path
    wait_for_status(fresh.proxy, "/events", 200)


def test_a_replica_that_is_not_ready_gets_no_visits(fresh: Stubbed) -> None:
    waiting, ready = fresh.replicas
    waiting.statuses |= {"/ready": 503, "/": 503}
    # Its own visitors still get what belongs to their visit.
    cookies: dict[str, str] = {}
    while len(cookies) < 2:
        answer = fetch(fresh.url, "/media/1.csv")
        cookies[json.loads(answer.text)["replica"]] = answer.headers["set-cookie"].split(";")[0]
    seen: list[str] = []

    def is_avoided() -> bool:
        answer = fetch(fresh.url, "/", VISIT)
        seen.append(json.loads(answer.text)["replica"] if answer.status == 200 else "none")
        return seen[-12:] == [ready.address] * 12

    wait_until(is_avoided, fresh.proxy)
    held = {"Cookie": cookies[waiting.address]}
    assert fresh.ask("/media/1.csv", held)["replica"] == waiting.address
    # Not even a visitor of its own starts a new visit there.
    assert fresh.ask("/", {**VISIT, **held})["replica"] == ready.address


def test_what_stands_in_when_no_replica_answers(fresh: Stubbed) -> None:
    for replica in fresh.replicas:
        replica.__exit__(None, None, None)
    wait_for_status(fresh.proxy, "/", 307)
    preview = "/export/preview.png"
    wait_until(lambda: fetch(fresh.url, preview).status == 200, fresh.proxy)
    for path in ("/", "/?embed=1&event=x", "/events?year=2016", "/ru/?embed=frozen"):
        answer = fetch(fresh.url, path, VISIT)
        assert (answer.status, answer.headers["location"]) == (307, f"/site{path}")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["retry-after"] == "30"
    pictures = {
        "event=april-war-2016&lang=ru": "event-april-war-2016",
        "year=2002": "index",
        "event=unknown": "index",
        "event=..%2F..%2Fx": "index",
        "event=*": "index",
    }
    for query, name in pictures.items():
        answer = fetch(fresh.url, f"{preview}?{query}", VISIT)
        assert (answer.status, answer.body) == (200, PICTURE + name.encode())
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["cache-control"] == "no-store"
    for path, headers in {
        "/export/view.pptx?year=2002": VISIT,
        "/media/1.csv": VISIT,
        "/_stcore/health": {},
        "/atlas/code-1/x.js": {},
        "/events": {},
    }.items():
        answer = fetch(fresh.url, path, headers)
        assert answer.status == 503, path
        assert answer.headers["retry-after"] == "30"
        assert say(answer).startswith("503 ")
    with ExitStack() as stack:
        assert open_socket(fresh, "127.0.0.1", stack)[0] == 503


@pytest.mark.parametrize("status", [429, 503])
def test_a_replica_says_itself_when_to_come_back(fresh: Stubbed, status: int) -> None:
    for replica in fresh.replicas:
        replica.statuses["/export/view.pptx"] = status
    answer = fetch(fresh.url, "/export/view.pptx", VISIT)
    assert (answer.status, answer.headers["retry-after"]) == (status, RETRY_AFTER)
    assert json.loads(answer.text)["path"] == "/export/view.pptx"


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("layout", ["stripped", "kept"])
def test_the_atlas_lies_under_a_path(program: str, layout: str, site: Path) -> None:
    prefix, kept = PREFIXES[layout]
    with start(program, site, prefix=prefix, replica_prefix=kept) as stubbed:
        for path in ("/", "/events?year=2016", "/export/view.png", "/_stcore/health"):
            told = stubbed.ask(prefix + path, {**VISIT, **CLAIMS})
            assert told["path"] == kept + path
            assert told["headers"].get("x-forwarded-prefix", [""]) == ["" if kept else prefix]
        bare = fetch(stubbed.url, prefix, VISIT)
        assert (bare.status, urlsplit(bare.headers["location"]).path) == (308, f"{prefix}/")
        for path in ("/", "/events", "/atlasx/", f"{prefix}/_stcore/metrics", "/site/"):
            assert fetch(stubbed.url, path, VISIT).status == 404, path
        assert "Map as a file" in fetch(stubbed.url, f"{prefix}/site/").text
        folder = fetch(stubbed.url, f"{prefix}/site/events?year=2016")
        assert folder.headers["location"].endswith(f"{prefix}/site/events/?year=2016")
        for replica in stubbed.replicas:
            replica.__exit__(None, None, None)
        wait_for_status(stubbed.proxy, f"{prefix}/", 307)
        led = fetch(stubbed.url, f"{prefix}/events?year=2016", VISIT)
        assert led.headers["location"] == f"{prefix}/site/events?year=2016"
        preview = f"{prefix}/export/preview.png?event=april-war-2016"
        picture = PICTURE + b"event-april-war-2016"
        wait_until(lambda: fetch(stubbed.url, preview).body == picture, stubbed.proxy)


def test_who_may_frame_the_files(fresh: Stubbed, site: Path) -> None:
    def read(path: str, url: str) -> str:
        answer = fetch(url, path)
        assert answer.status == 200
        assert "x-frame-options" not in answer.headers
        return answer.headers["content-security-policy"]

    alone = ("/site/?embed=1", "/site/ru/?year=2002&embed=frozen", "/site/index.html?embed=1")
    others = ("/site/", "/site/?embed=2", "/site/events/?embed=1", "/site/ru/?notembed=1")
    assert {read(path, fresh.url) for path in alone} == {"frame-ancestors *"}
    assert {read(path, fresh.url) for path in others} == {"frame-ancestors 'self'"}
    named = "https://news.example https://*.example.org"
    with start(fresh.proxy.program, site, frame_ancestors=named) as found:
        for path in (*alone, *others):
            assert read(path, found.url) == f"frame-ancestors {named}"
