"""The sentences: one message for each code of the scale, status of membership and of a zone."""

from __future__ import annotations

from components.core.i18n import gettext as _
from components.core.i18n import ngettext

Named = tuple[str, int]
"""Names joined as a phrase, and how many they are."""


def stance_label(code: str, named: Named, *, is_vote: bool = False) -> str:
    """Who took a stance of the scale, as one sentence. KeyError for a code not on the scale."""
    names, count = named
    sentences = {
        "MAT": _("Material or military support: {countries}.", countries=names),
        "DIP": _("Explicit diplomatic support: {countries}.", countries=names),
        "TEP": _("Verbal or symbolic support: {countries}.", countries=names),
        "NEU": _("Neutral, restraint or mediation: {countries}.", countries=names),
        "LEAN": _("Leaned toward the other side: {countries}.", countries=names),
        "OPP": _("Open opposition: {countries}.", countries=names),
        "HOS": _("Aided the other side or coerced: {countries}.", countries=names),
        "SIL": _("Vote not cast: {countries}.", countries=names)
        if is_vote
        else _("No reaction, as reported: {countries}.", countries=names),
        "PTY": ngettext(
            "Party to the conflict: {countries}.",
            "Parties to the conflict: {countries}.",
            count,
            countries=names,
        ),
        "NOM": ngettext(
            "Not a member at the time: {countries}.",
            "Not members at the time: {countries}.",
            count,
            countries=names,
        ),
        "ND": ngettext(
            "No data for {count} country: {countries}.",
            "No data for {count} countries: {countries}.",
            count,
            countries=names,
        ),
    }
    return sentences[code]


def weakness_label(weakness: str) -> str:
    """Why the evidence of a stance is weak, as a clause. KeyError for an unknown weakness."""
    return {
        "opinion": _("rests only on opinion"),
        "group": _("rests on one sentence about several states"),
        "low_confidence": _("rests on one source of low confidence"),
    }[weakness]


def status_label(key: str, named: Named) -> str:
    """Who is drawn with a status of membership, as one sentence. KeyError for an unknown key."""
    names, count = named
    sentences = {
        "csto_member": ngettext(
            "{countries} is a member of the Organization (CSTO).",
            "{countries} are members of the Organization (CSTO).",
            count,
            countries=names,
        ),
        "csto_frozen": ngettext(
            "{countries} says it froze participation in the CSTO.",
            "{countries} say they froze participation in the CSTO.",
            count,
            countries=names,
        ),
        "csto_suspended": ngettext(
            "{countries} has suspended its membership in the CSTO.",
            "{countries} have suspended their membership in the CSTO.",
            count,
            countries=names,
        ),
        "csto_signatory": ngettext(
            "{countries} has signed the Charter of the CSTO, which is not yet in force.",
            "{countries} have signed the Charter of the CSTO, which is not yet in force.",
            count,
            countries=names,
        ),
        "cst_in_force": ngettext(
            "The Treaty (CST) is in force for {countries}.",
            "The Treaty (CST) is in force for {countries}.",
            count,
            countries=names,
        ),
        "cst_signatory": ngettext(
            "{countries} has signed the Treaty (CST), which is not yet in force for it.",
            "{countries} have signed the Treaty (CST), which is not yet in force for them.",
            count,
            countries=names,
        ),
        "former": ngettext(
            "Former member: {countries}.",
            "Former members: {countries}.",
            count,
            countries=names,
        ),
        "assembly_observer": ngettext(
            "Observer in the Parliamentary Assembly only: {countries}.",
            "Observers in the Parliamentary Assembly only: {countries}.",
            count,
            countries=names,
        ),
    }
    return sentences[key]


def zone_status_label(status: str, named: Named) -> str:
    """Which zones have a status, as one sentence. KeyError for an unknown status."""
    names, count = named
    sentences = {
        "autonomy": _("Autonomy: {zones}.", zones=names),
        "held": _("De facto control, disputed: {zones}.", zones=names),
        "peacekept": _("Under peacekeepers: {zones}.", zones=names),
        "fighting": _("Active fighting: {zones}.", zones=names),
        "disputed": _("Disputed or not demarcated: {zones}.", zones=names),
        "settled": ngettext(
            "{count} former dispute is settled.",
            "{count} former disputes are settled.",
            count,
        ),
    }
    return sentences[status]


def change_label(bloc: str, status: str) -> str:
    """What a status in a bloc is, in a few words. KeyError for an unknown one."""
    phrases = {
        ("CST", "signatory"): _("signatory of the Treaty (not yet in force)"),
        ("CST", "in_force"): _("party to the Treaty (CST)"),
        ("CST", "withdrawn"): _("not in the Treaty"),
        ("CSTO", "signatory"): _("signatory of the CSTO Charter (not yet in force)"),
        ("CSTO", "member"): _("member of the CSTO"),
        ("CSTO", "suspended"): _("CSTO membership suspended"),
        ("CSTO", "frozen"): _("says it froze participation in the CSTO"),
        ("CSTO", "withdrawn"): _("not in the CSTO"),
        ("CSTO-PA", "assembly_observer"): _("observer in the CSTO Parliamentary Assembly"),
    }
    return phrases[bloc, status]
