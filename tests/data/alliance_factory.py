"""A small alliance of four for the tests of cells, pairs, index and votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.record import Record
from tests.data.record_factory import make_record

MEMBERS = ("ARM", "BLR", "KAZ", "RUS")
# Event, day, kind, reference party, and what each other member did.
Told = tuple[str, str, str, str, Mapping[str, str]]


def make_alliance(
    told: Iterable[Told],
    votes: Iterable[tuple[str, str, str]] = (),
    fighting: Iterable[tuple[str, str]] = (),
    memberships: Iterable[Mapping[str, str]] = (),
) -> Record:
    """Record of the events told; votes are (resolution, country, vote), all on one day.

    ``fighting`` adds parties (event, actor) without stances toward them.

    Several codes joined by `/` are claims of equal certainty that differ.
    """
    events, parties, claims = [], [], []
    for event, day, kind, toward, stances in told:
        events.append({"id": event, "date_start": day, "date_end": day, "kind": kind})
        parties.append({"event_id": event, "actor": toward, "role": "reference"})
        for actor, codes in stances.items():
            for number, code in enumerate(codes.split("/")):
                claims.append(
                    {
                        "id": f"{event}-{actor.lower()}-{number}",
                        "event_id": event,
                        "date": day,
                        "actor": actor,
                        "toward": toward,
                        "stance": code,
                        "certainty": "explicit",
                    }
                )
    parties += [{"event_id": event, "actor": actor, "role": "party"} for event, actor in fighting]
    return make_record(
        countries=[{"id": code, "name_en": code.title()} for code in (*MEMBERS, "AZE")],
        organisations=[{"id": "CSTO"}],
        memberships=[
            *(
                {
                    "id": f"{code.lower()}-csto",
                    "country": code,
                    "bloc": "CSTO",
                    "status": "member",
                    "date_start": "2003-09-18",
                }
                for code in MEMBERS
            ),
            {
                "id": "aze-cst",
                "country": "AZE",
                "bloc": "CST",
                "status": "in_force",
                "date_start": "1994-04-20",
                "date_end": "1999-04-20",
            },
            *memberships,
        ],
        events=events,
        parties=parties,
        claims=claims,
        votes=[
            {
                "resolution": f"A/RES/{resolution}",
                "date": "2014-03-27",
                "country": country,
                "vote": vote,
            }
            for resolution, country, vote in votes
        ],
    )
