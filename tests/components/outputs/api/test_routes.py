"""The interface of the running server: its examples, its validators, its refusals."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from data.load import read_record
from data.stances import resolve_event
from tests.find_node import find_node
from tests.find_programs import find_program

GUIDE = Path(__file__).parents[4] / "docs" / "http-api.md"
HOST = "http://localhost:8501"


def read_example(language: str, server: str) -> str:
    """An example of the guide that asks this server."""
    text = GUIDE.read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)
    assert HOST in example
    return str(example).replace(HOST, server)


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_examples_for_python_run(server: str) -> None:
    said = run([sys.executable, "-c", read_example("python", server)])
    assert re.search(r"^2022-09-13 Armenia asked", said, re.M)
    assert re.search(r"^Russia ", said, re.M)
    said = run([sys.executable, "-c", read_example("python geopandas", server)])
    assert re.search(r"^csto_member +\[Armenia, ", said, re.M)


def test_the_example_for_r_runs(server: str) -> None:
    said = run([find_program("Rscript"), "--vanilla", "-e", read_example("r", server)])
    assert re.search(r"\b(MAT|DIP|NEU)\b", said)
    assert re.search(r"^\d+ +2020 ", said, re.M)


def test_the_example_for_javascript_runs(server: str, tmp_path: Path) -> None:
    script = tmp_path / "example.mjs"
    script.write_text(read_example("js", server), encoding="utf-8")
    said = run([str(find_node()), str(script)])
    assert "400 actor must be an id of countries or organisations" in said


def ask(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(Request(url, headers=headers)) as answer:
            found = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, found, answer.read()
    except HTTPError as error:
        found = {name.lower(): value for name, value in error.headers.items()}
        return error.code, found, error.read()


def test_stances_are_those_of_the_record(server: str) -> None:
    _, _, content = ask(f"{server}/api/v1/stances?event=karabakh-2020&toward=ARM")
    items = json.loads(content)["items"]
    stances = resolve_event(read_record(), "karabakh-2020", "ARM")
    assert {each["actor"]: each["stance"] for each in items} == {
        actor: stance.code for actor, stance in stances.items()
    }


def test_pages_follow_each_other_and_leave_nothing_out(server: str) -> None:
    query, found = "?actor=RUS&limit=50", []
    while query:
        _, _, content = ask(f"{server}/api/v1/claims{query}")
        page = json.loads(content)
        found += [each["id"] for each in page["items"]]
        query = page["next"]
    rows = [row["id"] for row in read_record().rows("claims") if row["actor"] == "RUS"]
    assert len(rows) > 100
    assert found == rows


def test_what_has_not_changed_is_not_sent_again(server: str) -> None:
    url = f"{server}/api/v1/days/2020-10-15?geometry=point"
    status, headers, content = ask(url)
    assert status == 200
    assert len(content) > 10_000
    assert headers["access-control-allow-origin"] == "*"
    again, _, nothing = ask(url, **{"If-None-Match": headers["etag"]})
    assert (again, nothing) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("claims?from=2020-02-30", 400, "from"),
        ("claims?limit=0", 400, "limit"),
        ("claims?lang=en&lang=ru", 400, "lang"),
        ("claims?colour=red", 400, "colour"),
        ("days/2020-13-01", 400, "date"),
        ("days/1980-01-01", 404, None),
        ("events/no-such-event", 404, None),
        ("events/karabakh-2020?toward=KAZ", 404, None),
        ("nothing", 404, None),
    ],
)
def test_a_refusal_is_json_that_names_the_parameter(
    server: str, path: str, status: int, parameter: str | None
) -> None:
    answered, headers, content = ask(f"{server}/api/v1/{path}")
    assert answered == status
    assert headers["content-type"] == "application/problem+json"
    assert headers["access-control-allow-origin"] == "*"
    problem = json.loads(content)
    assert problem["status"] == status
    assert problem.get("parameter") == parameter
    assert problem["detail"]


def test_other_methods_are_refused_as_json(server: str) -> None:
    request = Request(f"{server}/api/v1/events", data=b"{}", method="POST")
    with pytest.raises(HTTPError) as refused:
        urlopen(request)
    assert refused.value.code == 405
    assert json.loads(refused.value.read())["status"] == 405
