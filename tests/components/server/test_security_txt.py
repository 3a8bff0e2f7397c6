"""`/.well-known/security.txt` says whom to tell, as RFC 9116 has it, or that nobody is named."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from starlette.requests import Request

from components.core import clock
from components.outputs.static_site import __main__ as static_site_command
from components.outputs.static_site import build as static_site_build
from components.outputs.static_site.output_manifest import SiteFiles
from components.server.security_txt import (
    PATH,
    VARIABLE,
    answer_security_txt,
    read_security_contacts,
    write_security_txt,
)
from tests.components.server.http_client import fetch, run_apart
from tests.conftest import StartServer

CONTACTS = "mailto:security@atlas.example.org https://atlas.example.org/report tel:+1-201-555-0123"
PUBLIC = "https://atlas.example.org/map"


def read_fields(text: str) -> list[tuple[str, str]]:
    """Names and values, in their order."""
    return [(name, value) for name, _, value in (line.partition(": ") for line in text.split("\n"))]


def test_it_names_contacts_in_order_and_its_own_address(fresh_server: StartServer) -> None:
    server = fresh_server({VARIABLE: f"  {CONTACTS} ", "ATLAS_PUBLIC_URL": f"{PUBLIC}/"})
    answer = fetch(server.url, PATH)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    fields = read_fields(answer.text.rstrip("\n"))
    assert [value for name, value in fields if name == "Contact"] == CONTACTS.split()
    rest = dict(fields[3:])
    expires = datetime.fromisoformat(rest.pop("Expires"))
    assert timedelta(days=300) < expires - datetime.now(UTC) < timedelta(days=365)
    assert rest == {"Preferred-Languages": "en, ru", "Canonical": f"{PUBLIC}{PATH}"}
    assert len(fields) == 6
    head = fetch(server.url, PATH, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert fetch(server.url, PATH, method="POST").status == 405


def test_without_a_contact_it_says_so(server: str) -> None:
    answer = fetch(server, PATH)
    assert answer.status == 404
    assert "gives no contact for security reports" in answer.text
    assert "no-store" in answer.headers["cache-control"]
    russian = fetch(server, PATH, {"Accept-Language": "ru", "Accept": "text/html"})
    assert russian.status == 404
    assert "куда сообщать об уязвимостях" in russian.text


@pytest.mark.parametrize(
    ("day", "expires"),
    [(date(2027, 12, 31), "2028-12-29"), (date(2028, 1, 1), "2028-12-30")],
)
def test_it_expires_within_a_year_of_the_day_it_is(
    monkeypatch: pytest.MonkeyPatch, day: date, expires: str
) -> None:
    monkeypatch.setenv(VARIABLE, CONTACTS)
    now = datetime(day.year, day.month, day.day, tzinfo=UTC)
    monkeypatch.setattr(clock, "read_now", lambda: now)
    answer = run_apart(answer_security_txt(Request({"type": "http"})))
    assert f"\nExpires: {expires}T00:00:00Z\n" in bytes(answer.body).decode()


@pytest.mark.parametrize("root", ["", "http://127.0.0.1:8501"])
def test_an_address_that_the_rfc_does_not_allow_is_left_out(root: str) -> None:
    assert "Canonical" not in write_security_txt(("tel:+1",), root, date(2027, 1, 1))


@pytest.mark.parametrize(
    "value",
    [
        "security@atlas.example.org",
        "mailto:",
        "mailto:a@b@c",
        "http://atlas.example.org/",
        "https://",
        "https://user@atlas.example.org/",
        "javascript:1",
        "tel:112",
        "mailto:a@example.org,b@example.org",
        "mailto:a@example.org https://atlas.example.org/отчёт",
    ],
)
def test_a_bad_contact_is_named_with_the_rule(value: str) -> None:
    with pytest.raises(ValueError, match=f"^{VARIABLE}: ") as caught:
        read_security_contacts({VARIABLE: value})
    assert repr(value.split()[-1]) in str(caught.value)
    assert "mailto:name@host" in str(caught.value)


@pytest.mark.parametrize("value", CONTACTS.split())
def test_a_good_contact_is_taken_as_it_is(value: str) -> None:
    assert read_security_contacts({VARIABLE: value}) == (value,)


def test_a_bad_contact_stops_the_site_before_it_is_built(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(monkeypatch, tmp_path / "dist", "nobody") == 1
    assert capsys.readouterr().err.startswith(f"{VARIABLE}: 'nobody' is none of ")
    assert not (tmp_path / "dist").exists()


def assert_contacts(text: str) -> None:
    """The file of a site names the contacts, in their order."""
    assert [value for name, value in read_fields(text) if name == "Contact"] == CONTACTS.split()


def test_the_site_brings_it(
    plain_site: SiteFiles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The test of hostile tables has the command build a site with it, from its beginning."""
    dist = tmp_path / "dist"
    asked: list[str] = []

    def build(base: str, _pictures: Mapping[str, bytes]) -> SiteFiles:
        asked.append(base)
        return SiteFiles(contents=dict(plain_site.contents))

    monkeypatch.setattr(static_site_build, "build_site", build)
    assert run_command(monkeypatch, dist, CONTACTS) == 0
    assert asked == [f"{PUBLIC}/"]
    assert (dist / "index.html").read_bytes() == plain_site.contents["index.html"]
    text = (dist / PATH.lstrip("/")).read_text(encoding="utf-8")
    assert f"\nCanonical: {PUBLIC}{PATH}\n" in text
    assert_contacts(text)


def run_command(monkeypatch: pytest.MonkeyPatch, folder: Path, contacts: str) -> int:
    """The exit status of the command that builds the site, for a host that names these contacts."""
    options = ["--no-pictures", "--base", f"{PUBLIC}/"]
    monkeypatch.setattr(sys, "argv", ["site", str(folder), *options])
    monkeypatch.setattr(logging, "disable", lambda _level: None)
    monkeypatch.setenv(VARIABLE, contacts)
    return static_site_command.main()
