"""A claim, a row of the table ``claims``, and a decision of the editors on a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Claim:
    """What one source says of one actor's stance toward one reference party at one event."""

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
