"""A claim, a row of the table ``claims``, and a decision of the editors on a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ACT, ACCOUNT = "act", "account"
"""What the date of a claim is the day of: of what was done or said, or of who tells of it."""


@dataclass(frozen=True)
class Claim:
    """What one source says of one actor's stance toward one reference party at one event.

    ``confidence`` is that of its source in what it tells of this actor, which no column holds.
    """

    id: str
    event_id: str
    date: date
    actor: str
    toward: str
    stance: str
    certainty: str
    source_id: str
    locator: str
    speaker: str
    speaker_name: str
    summary: str
    speaker_name_ru: str = ""
    summary_ru: str = ""
    mode: str = ""
    dated: str = ACT
    confidence: str = ""


@dataclass(frozen=True)
class Adjudication:
    """A reading settled by the editors, with the reason."""

    event_id: str
    actor: str
    toward: str
    stance: str
    reason: str
    source_id: str = ""
    reason_ru: str = ""
