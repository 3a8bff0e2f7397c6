"""Stances of all actors at an event: who is coloured, and how."""

from __future__ import annotations

import pytest

from data.load import read_record
from data.record import Record
from data.stances import count_codes, list_references, resolve_event
from tests.data.real_record import list_layers
from tests.data.record_factory import Cells, make_record

MEMBERS = [
    {"id": code.lower(), "country": code, "bloc": "CSTO", "status": "member",
     "date_start": "2003-09-18"}
    for code in ("ARM", "KAZ", "RUS", "BLR")
] + [
    {"id": "aze", "country": "AZE", "bloc": "CST", "status": "in_force",
     "date_start": "1994-04-20", "date_end": "1999-04-20"},
    {"id": "geo", "country": "GEO", "bloc": "CST", "status": "in_force",
     "date_start": "1994-04-20", "date_end": "1999-04-20"},
    {"id": "srb", "country": "SRB", "bloc": "CSTO-PA", "status": "assembly_observer",
     "date_start": "2013-04-11"},
]  # fmt: skip
CLASH = [{"id": "clash", "date_start": "2016-04-02", "date_end": "2016-04-05"}]
PARTIES = [
    {"event_id": "clash", "actor": "ARM", "role": "reference"},
    {"event_id": "clash", "actor": "AZE", "role": "party"},
]


def said(actor: str, stance: str, certainty: str = "explicit", toward: str = "ARM") -> Cells:
    """One claim at the clash."""
    return {"id": f"{actor}-{stance}-{toward}".lower(), "event_id": "clash", "actor": actor,
            "toward": toward, "stance": stance, "certainty": certainty}  # fmt: skip


def clash(*claims: Cells, parties: list[dict[str, str]] = PARTIES) -> Record:
    """A record of one event with these claims."""
    return make_record(memberships=MEMBERS, events=CLASH, parties=parties, claims=claims)


def codes(record: Record, toward: str = "ARM") -> dict[str, str]:
    """Code by actor."""
    return {a: s.code for a, s in resolve_event(record, "clash", toward).items()}


def test_without_claims_membership_and_part_decide() -> None:
    assert codes(clash()) == {
        "ARM": "PTY", "AZE": "PTY", "BLR": "ND", "GEO": "NOM", "KAZ": "ND", "RUS": "ND",
    }  # fmt: skip


def test_claims_colour_members_former_members_and_outsiders() -> None:
    found = codes(clash(said("RUS", "NEU"), said("GEO", "OPP"), said("TUR", "HOS")))
    assert (found["RUS"], found["GEO"], found["TUR"]) == ("NEU", "OPP", "HOS")
    assert "SRB" not in found


def test_party_keeps_its_own_claim_and_the_reference_party_does_not() -> None:
    found = codes(clash(said("AZE", "HOS"), said("ARM", "NEU")))
    assert (found["AZE"], found["ARM"]) == ("HOS", "PTY")


def test_clash_between_two_reference_parties_has_two_layers() -> None:
    parties = [*PARTIES, {"event_id": "clash", "actor": "KAZ", "role": "reference"}]
    record = clash(said("KAZ", "OPP"), said("RUS", "DIP", toward="KAZ"), parties=parties)
    assert list_references(record, "clash") == ["ARM", "KAZ"]
    first, second = codes(record), codes(record, "KAZ")
    assert (first["KAZ"], first["ARM"], first["RUS"]) == ("OPP", "PTY", "ND")
    assert (second["KAZ"], second["ARM"], second["RUS"]) == ("PTY", "PTY", "DIP")


@pytest.mark.parametrize(("actor", "code"), [("AZE", "PTY"), ("GEO", "NOM"), ("RUS", "ND")])
def test_no_data_claims_do_not_hide_what_is_known_but_are_kept(actor: str, code: str) -> None:
    stance = resolve_event(clash(said(actor, "ND", "opinion")), "clash", "ARM")[actor]
    assert (stance.code, len(stance.claims)) == (code, 1)


def test_adjudication_settles_one_layer_only() -> None:
    parties = [*PARTIES, {"event_id": "clash", "actor": "KAZ", "role": "reference"}]
    record = make_record(
        memberships=MEMBERS, events=CLASH, parties=parties,
        claims=[said("RUS", "DIP"), said("RUS", "OPP"), said("RUS", "DIP", toward="KAZ")],
        adjudications=[{"event_id": "clash", "actor": "RUS", "toward": "ARM", "stance": "TEP",
                        "reason": "why"}],
    )  # fmt: skip
    settled = resolve_event(record, "clash", "ARM")["RUS"]
    assert (settled.code, settled.reason, settled.contested) == ("TEP", "why", False)
    assert codes(record, "KAZ")["RUS"] == "DIP"


def test_counts_follow_the_scale_and_hold_zeros() -> None:
    record = clash(said("RUS", "NEU"))
    counts = count_codes(record, resolve_event(record, "clash", "ARM").values())
    assert list(counts) == [row["code"] for row in record.rows("scale")]
    assert {code: n for code, n in counts.items() if n} == {"NEU": 1, "PTY": 2, "NOM": 1, "ND": 2}


def test_unknown_event_and_wrong_layer_are_refused() -> None:
    with pytest.raises(KeyError, match="no id 'nothing'"):
        resolve_event(clash(), "nothing", "ARM")
    with pytest.raises(ValueError, match="AZE is not a reference party of clash"):
        resolve_event(clash(), "clash", "AZE")


@pytest.mark.parametrize(("event_id", "toward"), list_layers())
def test_every_claim_of_the_record_resolves(event_id: str, toward: str) -> None:
    record = read_record()
    stances = resolve_event(record, event_id, toward)
    claims = [
        row
        for row in record.rows("claims")
        if row["event_id"] == event_id and row["toward"] == toward
    ]
    kept = {claim.id for stance in stances.values() for claim in stance.claims}
    assert kept == {row["id"] for row in claims}
    assert {stance.code for stance in stances.values()} <= {
        row["code"] for row in record.rows("scale")
    }
    assert stances[toward].code == "PTY"
