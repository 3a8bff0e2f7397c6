"""The page of votes: what the app shows, and a table for readers without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import pgettext
from components.core.view_state import LinkRules
from components.features.votes.page import describe_page
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.og_images import HOME
from components.outputs.static_site.page_template import Page

PATH = "votes/index.html"
SIGNS = {"for": "+", "against": "−", "abstained": "○", "not_voting": "", "unknown": "?"}


def describe_votes_page(rules: LinkRules) -> dict[str, Any]:
    """What the script of the page draws; the address chooses."""
    return {**describe_page(), "notices": [], "years": [rules.first_year, rules.last_year]}


def list_votes_pages(data: Mapping[str, Any], pictures: Mapping[str, str]) -> list[Page]:
    """The page, whose resolutions and votes can be read without scripts."""
    heads = [_("Resolution"), *(voter["id"] for voter in data["voters"])]
    rows = [
        [
            {"href": row["document"], "text": f"{row['date']} {row['title']}"}
            if row["document"]
            else f"{row['date']} {row['title']}",
            *(SIGNS.get(row["votes"].get(voter["id"], ""), "") for voter in data["voters"]),
        ]
        for row in reversed(data["rows"])
    ]
    words = {
        "for": pgettext("vote", "for"),
        "against": pgettext("vote", "against"),
        "abstained": pgettext("vote", "abstained"),
        "unknown": _("vote unknown"),
    }
    key = [f"{SIGNS[vote]} {label}" for vote, label in words.items()]
    empty = _("empty: {vote}", vote=pgettext("vote", "not voting"))
    blocks = [
        {"is": "title", "text": data["title"]},
        {"is": "p", "text": f"{data['finding']}."},
        {"is": "key", "texts": [*key, empty]},
        {"is": "table", "heads": heads, "rows": rows},
    ]
    return [
        Page(
            path=PATH,
            title=name_page(pgettext("page", "Votes")),
            description=data["title"],
            kind="votes",
            template="votes",
            values={"blocks": blocks},
            picture=pictures.get(HOME, ""),
        )
    ]
