"""The sentences: one message for each code of the scale, status of membership and of a zone."""

from __future__ import annotations

from components.core.i18n import gettext as _
from components.core.i18n import ngettext

Named = tuple[str, int]
"""Names joined as a phrase, and how many they are."""


def say_stance(code: str, named: Named) -> str:
    """Who took a stance of the scale, as one sentence. KeyError for a code not on the scale."""
    names, count = named
    sentences = {
        "MAT": _("{countries} gave material or military support.", countries=names),
        "DIP": _("{countries} gave explicit diplomatic support.", countries=names),
        "TEP": _("{countries} gave tepid or rhetorical support.", countries=names),
        "NEU": _("{countries} stayed neutral, called for restraint or mediated.", countries=names),
        "LEAN": _("{countries} leaned to the other side.", countries=names),
        "OPP": _("{countries} opposed it openly.", countries=names),
        "HOS": _("{countries} aided the other side or used coercion.", countries=names),
        "SIL": _("{countries} kept silent, as sources report.", countries=names),
        "PTY": ngettext(
            "{countries} was a party to the event.",
            "{countries} were parties to the event.",
            count,
            countries=names,
        ),
        "NOM": ngettext(
            "{countries} was not a member then.",
            "{countries} were not members then.",
            count,
            countries=names,
        ),
        "ND": ngettext(
            "For {count} country there is no data: {countries}.",
            "For {count} countries there is no data: {countries}.",
            count,
            countries=names,
        ),
    }
    return sentences[code]


def say_status(key: str, named: Named) -> str:
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
            "{countries} has frozen its part in the CSTO by its own word.",
            "{countries} have frozen their part in the CSTO by their own word.",
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
            "For {countries} the Treaty (CST) is in force.",
            "For {countries} the Treaty (CST) is in force.",
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
            "{countries} has left.",
            "{countries} have left.",
            count,
            countries=names,
        ),
        "assembly_observer": ngettext(
            "{countries} observes the Parliamentary Assembly only.",
            "{countries} observe the Parliamentary Assembly only.",
            count,
            countries=names,
        ),
    }
    return sentences[key]


def say_zone_status(status: str, named: Named) -> str:
    """Which zones have a status, as one sentence. KeyError for an unknown status."""
    names, count = named
    sentences = {
        "autonomy": _("Autonomy: {zones}.", zones=names),
        "held": _("Held de facto against another's claim: {zones}.", zones=names),
        "peacekept": _("Under peacekeepers: {zones}.", zones=names),
        "fighting": _("Fighting: {zones}.", zones=names),
        "disputed": _("Disputed or not delimited: {zones}.", zones=names),
        "settled": ngettext(
            "{count} former dispute is settled.",
            "{count} former disputes are settled.",
            count,
        ),
    }
    return sentences[status]


def say_change(bloc: str, status: str) -> str:
    """What a status in a bloc is, in a few words. KeyError for an unknown one."""
    phrases = {
        ("CST", "signatory"): _("signed the Treaty, not yet in force"),
        ("CST", "in_force"): _("party to the Treaty (CST)"),
        ("CST", "withdrawn"): _("outside the Treaty"),
        ("CSTO", "signatory"): _("signed the Charter of the CSTO, not yet in force"),
        ("CSTO", "member"): _("member of the CSTO"),
        ("CSTO", "suspended"): _("suspended its CSTO membership"),
        ("CSTO", "frozen"): _("froze its part in the CSTO, by its own word"),
        ("CSTO", "withdrawn"): _("outside the CSTO"),
        ("CSTO-PA", "assembly_observer"): _("observer in the CSTO Parliamentary Assembly"),
    }
    return phrases[bloc, status]
