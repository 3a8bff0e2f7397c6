"""The page of votes: its links, and the same numbers in record, page and table."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from components.core.link_rules import FIRST_YEAR
from components.features.votes.page import describe_page
from components.features.votes.query_params import Choice, parse_choice, write_choice
from data.cohesion_variants import read_hub
from data.load import read_record
from data.roll_calls import agree_with_state, list_roll_calls, list_voters, summarise_voter
from tests.built_site import TODAY
from tests.components.features.cohesion.test_cohesion import YEARS
from tests.scripts import run_script

VOTERS = list_voters(list_roll_calls(read_record()))


@pytest.mark.parametrize(
    ("link", "choice"),
    [
        ({}, Choice(YEARS.first_year, YEARS.last_year)),
        (
            {"member": "KAZ", "by": "party", "from": "2014", "to": "2022"},
            Choice(2014, 2022, "KAZ", "party"),
        ),
    ],
)
def test_links_are_read_and_written_back(link: dict[str, str], choice: Choice) -> None:
    read = parse_choice(link, YEARS, VOTERS)
    assert (read.choice, read.notices) == (choice, [])
    assert write_choice(choice, YEARS) == link


@pytest.mark.parametrize("link", [{"member": "kaz"}, {"by": "__proto__"}, {"from": "1e3"}], ids=str)
def test_wrong_links_are_named(link: dict[str, str]) -> None:
    read = parse_choice(link, YEARS, VOTERS)
    assert read.choice == Choice(YEARS.first_year, YEARS.last_year)
    assert len(read.notices) == 1


def test_the_browser_finds_the_means_of_the_record() -> None:
    page = describe_page()
    body = """
      const { page, first, last } = argument;
      const choice = { from: first, to: last, member: null, by: "date" };
      const rows = modules.means.selectRows({ ...page, ...choice });
      return page.voters.map(({ id }) => [
        id, modules.means.meanWithHub(rows, [id]), modules.means.meanWithParty(rows, [id])]);"""
    for first, last in ((FIRST_YEAR, TODAY.year), (2014, 2021), (2022, 2022)):
        given = {"page": page, "first": first, "last": last}
        found = run_script({"means": "votes/agreement.ts"}, body, given)
        calls = [call for call in list_roll_calls(read_record()) if first <= call.day.year <= last]
        for country, hub, party in found:
            wanted = summarise_voter(calls, country, read_hub())
            assert (hub["mean"], hub["count"]) == (
                pytest.approx(wanted.with_hub),
                wanted.hub_resolutions,
            )
            assert (party["mean"], party["count"]) == (
                pytest.approx(wanted.with_party),
                wanted.party_resolutions,
            )


def test_the_table_has_every_vote_as_the_record_has_it() -> None:
    page: dict[str, Any] = describe_page()
    body = "return modules.csv.writeTable(argument.rows, argument.voters, argument.hub);"
    text = run_script({"csv": "votes/csv.ts"}, body, page).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    record, hub = read_record(), read_hub()
    calls = {call.resolution: call for call in list_roll_calls(record)}
    votes = {(row["resolution"], row["country"]): row["vote"] for row in rows}
    assert votes == {
        (row["resolution"], row["country"]): row["vote"] for row in record.rows("votes")
    }
    for row in rows:
        agreement = agree_with_state(calls[row["resolution"]], row["country"], hub)
        said = row[f"agreement_{hub}"]
        assert (float(said) if said else None) == agreement


def test_a_vote_not_cast_is_never_called_silence() -> None:
    uncast = [
        (row, country)
        for row in describe_page()["rows"]
        for country, vote in row["votes"].items()
        if vote == "not_voting"
    ]
    assert uncast
    for row, country in uncast:
        assert country not in row["with_hub"]
        assert country not in row["with_party"]
