"""The pages of the states of the Treaty, and one that shows any other state of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from components.core.i18n import gettext as _
from components.core.view_state import View
from components.features.members.page import Choice, describe_page
from components.features.members.page_data import describe_stances
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.fallback_html import describe_member
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.page_template import Page
from data.membership import alliance_states
from data.modes import READINGS
from data.record import Record

# What the browser has without it: it reads the kind of answer from the address, and every link
# that the page needs follows from the page. These are a third of what it is told otherwise.
LEFT = ("mode", "links")
# What the pages of all states have in common.
SHARED = ("first", "today", "chooser", "scale", "gaps", "palette")

Members = dict[str, dict[str, Any]]


def describe_members(record: Record, last_year: int, today: date) -> Members:
    """What the app's page says of each country, by its id: those it offers to choose first."""
    view = View(year=last_year)
    countries = [row["id"] for row in record.rows("countries")]
    chooser = describe_page(Choice(countries[0]), view, today)["chooser"]
    offered = [row["id"] for rows in chooser.values() for row in rows]
    states = dict.fromkeys([*offered, *countries])
    return {state: describe_page(Choice(state), view, today) for state in states}


def split_members(record: Record, members: Members) -> tuple[Members, dict[str, Any]]:
    """What is each state's own, and what all have in common."""
    own = {
        state: {
            **{name: content for name, content in page.items() if name not in (*SHARED, *LEFT)},
            "titles": {mode: describe_titles(record, state, mode) for mode in READINGS},
        }
        for state, page in members.items()
    }
    return own, {name: next(iter(members.values()))[name] for name in SHARED}


def describe_titles(record: Record, state: str, mode: str) -> dict[str, Any]:
    """What the app says of a state's stances by one kind of answer.

    Of those it took and those toward it the sentences without the rows, and the titles of both
    rankings.
    """
    told = describe_stances(record, state, mode)
    parts = {
        part: {name: text for name, text in told[part].items() if name != "rows"}
        for part in ("took", "toward")
    }
    return {**parts, "stood": [standing["title"] for standing in told["stood"]]}


def list_member_pages(record: Record, members: Members, pictures: Mapping[str, str]) -> list[Page]:
    """A page for each state of the Treaty, and the list, which also shows any other state."""
    picture = pictures.get(HOME, "")
    treaty = [state for state in members if state in alliance_states(record)]
    pages = [render_member(state, members[state], picture) for state in treaty]
    chooser = next(iter(members.values()))["chooser"]
    offered = {row["id"] for row in chooser["others"]}
    title = _("Members of the Treaty and the Organization")
    values = {
        "heading": title,
        "treaty": [
            {"href": f"{state}.html", "name": members[state]["state"]["name"]} for state in treaty
        ],
        "others_heading": _("Other states in the data"),
        "others": [
            {"href": f"index.html?panel={state}", "name": page["state"]["name"]}
            for state, page in members.items()
            if state in offered and state not in treaty
        ],
    }
    description = _("Each Treaty state: its positions on the others, and theirs on it.")
    return [
        Page(
            "members/index.html",
            name_page(title),
            description,
            "members",
            "members",
            values,
            picture=picture,
        ),
        *pages,
    ]


def render_member(state: str, content: dict[str, Any], picture: str) -> Page:
    """The page of one state."""
    return Page(
        path=f"members/{state}.html",
        title=name_page(content["state"]["name"]),
        description=content["state"]["took"]["title"],
        kind="member",
        template="member",
        values={"member": describe_member(content)},
        picture=picture,
    )
