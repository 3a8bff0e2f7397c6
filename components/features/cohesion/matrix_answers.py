"""What each present member said, voted and did at the events of the matrix, as plain data."""

from __future__ import annotations

from collections.abc import Iterable

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from data.answers_by_mode import (
    ORDER,
    Answers,
    compare_words_and_deeds,
    list_answers,
    list_present_members,
)
from data.load import read_record
from data.record import Record
from data.resolve import NO_DATA, Stance
from data.review import REVIEWED
from data.stance_cells import Layer
from data.stances import read_ordinals

SEPARATOR, CONTESTED, WEAK = "|", "*", "~"


def encode_answers(record: Record, layer: Layer, members: Iterable[str]) -> list[str]:
    """For each member what it said, voted, did, and otherwise is known of, as `DIP||MAT~|`.

    A part is empty where nothing is known, `NEU*TEP` where sources disagree, and ends in `~` on
    weak evidence. The last part is the whole stance, given only where the others are empty.
    """
    answers = list_answers(record)
    return [_encode(answers.get((layer.event_id, layer.toward, member))) for member in members]


def _encode(answers: Answers | None) -> str:
    if answers is None:
        return SEPARATOR * len(ORDER)
    parts = [
        _encode_stance(stance) if (stance := answers.kinds.get(kind)) else "" for kind in ORDER
    ]
    known = any(parts) or answers.whole.code == NO_DATA
    return SEPARATOR.join([*parts, "" if known else _encode_stance(answers.whole)])


def _encode_stance(stance: Stance) -> str:
    others = [code for code in stance.readings if code != stance.code]
    contested = f"{CONTESTED}{others[0]}" if others else ""
    return f"{stance.code}{contested}{WEAK if stance.weakness else ''}"


def format_tally(layers: Iterable[Layer]) -> str:
    """How often each kind of answer of the present members is known in these layers."""
    record = read_record()
    answers, members = list_answers(record), list_present_members(record)
    rows = [
        found
        for layer in layers
        for member in members
        if member != layer.toward
        and (found := answers.get((layer.event_id, layer.toward, member))) is not None
    ]
    tally = compare_words_and_deeds(rows, read_ordinals(record))
    return _(
        "Of the members on {day}: words known in {words} cases, a vote in {votes}, deeds in "
        "{deeds}. Words and deeds are both known in {both} cases, on different sides in {apart}.",
        day=format_day(REVIEWED),
        **tally.kinds,
        both=tally.both,
        apart=tally.apart,
    )
