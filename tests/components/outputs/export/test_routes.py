"""Files ordered from the running app: what they hold, how orders are refused, what stays behind."""

from __future__ import annotations

import base64
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pptx import Presentation

from components.core.cited_version import read_version
from components.core.user_layers.layer import MOST_SENT
from tests.app_process import ROOT
from tests.components.core.test_user_layers import make_layer, pack_layers
from tests.components.server.http_client import Answer
from tests.conftest import StartServer

STORY = """title: {en: Two steps, ru: Два шага}
steps:
  - {view: event=april-war-2016, headline: {en: "=HYPERLINK(1)"}, text: {en: "<b>bold</b>"}}
  - {view: year=2002, headline: {en: A charter}}
"""


def order(url: str, path: str, body: str | bytes | None = None, **headers: str) -> Answer:
    """An answer to a GET, or to a POST with a body."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=240)
    try:
        text = body.encode() if isinstance(body, str) else body
        connection.request("POST" if body else "GET", f"/export/{path}", text, headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("view.png?event=april-war-2016", b"\x89PNG"),
        ("view.svg?year=2002&theme=dark", b"<?xml"),
        ("view.pdf?event=april-war-2016&lang=ru", b"%PDF"),
        ("event.html?event=april-war-2016", b"<!DOCTYPE html>"),
        ("comparison.html?year=2016&b-year=1995&lang=ru", b"<!DOCTYPE html>"),
        ("story.html?story=five-articles", b"<!DOCTYPE html>"),
    ],
)
def test_a_file_is_a_download_of_its_kind(server: str, path: str, start: bytes) -> None:
    answer = order(server, path)
    assert answer.status == 200
    assert answer.content.lower().startswith(start.lower())
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''csto-")


def test_a_sent_story_comes_back_as_slides_with_its_progress(server: str) -> None:
    answer = order(server, "story.pptx?lang=en&progress=1", STORY)
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines[:-1] == [{"done": 1, "of": 2}, {"done": 2, "of": 2}]
    assert set(lines[-1]) == {"name", "type", "data"}
    slides = Presentation(io.BytesIO(base64.b64decode(lines[-1]["data"]))).slides
    assert [s.shapes.title.text for s in slides] == ["Two steps", "=HYPERLINK(1)", "A charter"]
    pictures = order(server, "story.svg", STORY).content
    assert len(zipfile.ZipFile(io.BytesIO(pictures)).namelist()) == 2


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("view.png?event=nowhere", None, "event=nowhere"),
        ("view.png?event=nowhere&lang=ru", None, "не учтено"),
        ("view.png?theme=blue", None, "light, dark"),
        ("view.exe", None, "view.exe"),
        ("comparison.pptx?event=april-war-2016&b-event=nowhere", None, "The file was not made"),
        ("story.pdf", "title: [", "story"),
        ("story.pdf", "title: {en: x}\nsteps:\n  - {view: event=nowhere}", "3"),
    ],
)
def test_a_wrong_order_is_refused_with_its_reason(
    server: str, path: str, body: str | None, said: str
) -> None:
    answer = order(server, path, body)
    assert answer.status == 400
    assert "Traceback" not in answer.text
    assert said in json.loads(answer.text)["problem"]


def test_layers_sent_along_are_drawn_and_credited(server: str) -> None:
    layer = make_layer(name="Mine & <b>", span="all")
    drawn = order(server, "view.svg?year=2016", pack_layers(layer))
    assert drawn.status == 200
    assert drawn.headers["cache-control"] == "no-store"
    assert "Layer of the author's own: Mine &amp; &lt;b&gt;" in drawn.text
    wrong = order(server, "view.svg?year=2016&lang=ru", pack_layers(make_layer(lat="AAAA")))
    assert (wrong.status, "Ошибка в слое" in wrong.text) == (400, True)
    large = order(server, "view.svg?year=2016", b"0" * (MOST_SENT + 1))
    assert large.status == 413


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("story.pdf?lang=ru", "#" * 1_100_000, 413, "слишком длинный"),
        ("view.csv", "title: {en: x}", 405, "Only a briefing"),
    ],
)
def test_what_may_not_be_sent_is_refused_unread(
    server: str, path: str, body: str, status: int, said: str
) -> None:
    answer = order(server, path, body)
    assert answer.status == status
    assert said in json.loads(answer.text)["problem"]


def test_a_page_behind_a_proxy_is_named_as_the_visitor_knows_it(server: str) -> None:
    answer = order(
        server, "view.csv?year=2002", None, Host="atlas.example", **{"X-Forwarded-Proto": "https"}
    )
    assert f"https://atlas.example/?year=2002&lang=en&v={read_version()}" in answer.text


def test_a_lost_process_is_replaced_and_none_outlives_the_server(fresh_server: StartServer) -> None:
    server = fresh_server()
    assert server.process is not None
    assert order(server.url, "view.png?year=2002").status == 200
    mine = find_children(server.process.pid)
    workers = [pid for child in mine for pid in find_children(child)]
    assert workers
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    assert order(server.url, "view.png?year=2003").status == 200
    mine = find_children(server.process.pid)
    left = [*mine, *(pid for child in mine for pid in find_children(child))]
    server.process.kill()
    server.process.wait()
    until = time.monotonic() + 20
    while any(map(is_running, left)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in left if is_running(pid)]


def test_the_server_loads_nothing_that_only_draws() -> None:
    told = "import sys, app; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    assert "streamlit" in loaded
    assert not {"matplotlib", "fontTools", "pptx", "pikepdf", "geopandas"} & set(loaded)


def find_children(parent: int) -> list[int]:
    """Processes started by another."""
    try:
        tasks = Path(f"/proc/{parent}/task").iterdir()
        return [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
    except OSError:
        return []


def is_running(pid: int) -> bool:
    """Whether a process is there and not only waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_picture_of_an_event_is_one_toward_the_party_of_the_link(server: str) -> None:
    for path, name in (
        ("event.png?event=april-war-2016", "april-war-2016-ARM.png"),
        ("event.png?event=april-war-2016&toward=AZE", "april-war-2016-AZE.png"),
    ):
        answer = order(server, path)
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["content-disposition"].endswith(name)
    every = order(server, "event.svg?event=april-war-2016&parties=all")
    assert every.headers["content-type"] == "application/zip"
    assert len(zipfile.ZipFile(io.BytesIO(every.content)).namelist()) == 2
