"""What kind of answer a view shows, in words: `frontend/src/ui/reading_labels.ts` has the same."""

from __future__ import annotations

from collections.abc import Mapping

from components.core.i18n import gettext as _
from data.resolve import NO_DATA, NOT_MEMBER, PARTY, Stance

UNANSWERED = (PARTY, NO_DATA, NOT_MEMBER)
"""Codes of those who gave no answer, as in `isEmptyMode` of core/snapshot.ts."""


def label_mode(mode: str) -> str:
    """That only one kind of answer counts, as a phrase. KeyError for another."""
    return {"deeds": _("deeds only"), "votes": _("votes only"), "words": _("words only")}[mode]


def format_empty_mode(mode: str, party: str) -> str:
    """That there is no answer of a kind, as a sentence. KeyError for another."""
    return {
        "deeds": _(
            "No deed by anyone but the parties is on record toward {country} at this event.",
            country=party,
        ),
        "votes": _(
            "No vote by anyone but the parties is on record toward {country} at this event.",
            country=party,
        ),
        "words": _(
            "No words by anyone but the parties are on record toward {country} at this event.",
            country=party,
        ),
    }[mode]


def add_mode(text: str, mode: str | None) -> str:
    """A title with the kind of answer behind it; of all answers as it is."""
    return text if mode is None else f"{text} · {label_mode(mode)}"


def format_mode(stances: Mapping[str, Stance], mode: str | None, party: str) -> list[str]:
    """Which kind of answer stances rest on, and whether there is any; of all answers nothing."""
    if mode is None:
        return []
    said = [_("Colours: {reading}.", reading=label_mode(mode))]
    if all(stance.code in UNANSWERED for stance in stances.values()):
        said.append(format_empty_mode(mode, party))
    return said
