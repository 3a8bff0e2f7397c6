"""Whom a state opposed, and who opposed it, by name: allies of that day, then others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.core.alt_text.date_format import join_names
from components.core.i18n import gettext as _

Counts = Sequence[tuple[str, int]]
Names = Mapping[str, Mapping[str, Any]]


def format_against(allied: Counts, others: Counts, names: Names) -> str:
    """Against whom the opposed positions of a state were; empty where there are none."""
    values = {"allies": _list(allied, names), "others": _list(others, names)}
    if allied and others:
        return _("Opposed, among allies of that day: {allies}; among others: {others}.", **values)
    if allied:
        return _("Opposed, all among allies of that day: {allies}.", **values)
    return _("Opposed, none an ally on that day: {others}.", **values) if others else ""


def format_opponents(allied: Counts, others: Counts, names: Names) -> str:
    """Whose opposed positions toward a state these were; empty where there are none."""
    values = {"allies": _list(allied, names), "others": _list(others, names)}
    if allied and others:
        return _("Opposed by allies of that day: {allies}; by others: {others}.", **values)
    if allied:
        return _("Opposed only by allies of that day: {allies}.", **values)
    return _("Opposed only by others than allies: {others}.", **values) if others else ""


def _list(counts: Counts, names: Names) -> str:
    """Names with how often: "Armenia (13), Ukraine (5)"."""
    return join_names(
        [
            _("{country} ({count})", country=names[actor]["name"], count=count)
            for actor, count in counts
        ]
    )
