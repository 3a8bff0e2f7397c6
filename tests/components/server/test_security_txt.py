"""`/.well-known/security.txt` says whom to tell, as RFC 9116 has it, or that nobody is named."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from starlette.requests import Request

from components.core import clock
from components.server.security_txt import (
    PATH,
    VARIABLE,
    answer_security_txt,
    read_security_contacts,
    write_security_txt,
)
from tests.app_process import ROOT
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


def test_a_bad_contact_stops_the_site_before_it_is_built(tmp_path: Path) -> None:
    ended = build_site(tmp_path / "dist", "nobody")
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"{VARIABLE}: 'nobody' is none of ")
    assert not (tmp_path / "dist").exists()


def test_the_site_brings_it(tmp_path: Path) -> None:
    ended = build_site(tmp_path / "dist", CONTACTS)
    assert ended.returncode == 0, ended.stderr
    text = (tmp_path / "dist" / PATH.lstrip("/")).read_text(encoding="utf-8")
    assert f"\nCanonical: {PUBLIC}{PATH}\n" in text
    assert [value for name, value in read_fields(text) if name == "Contact"] == CONTACTS.split()


def build_site(folder: Path, contacts: str) -> subprocess.CompletedProcess[str]:
    """The static atlas, for a host that names these contacts."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "components.outputs.static_site", str(folder)),
            *("--no-pictures", "--base", f"{PUBLIC}/"),
        ],
        env={**os.environ, VARIABLE: contacts},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
