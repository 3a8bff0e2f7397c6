"""The page of blind coding: the codebook's rule in the language spoken, and the mounting."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from components.core.i18n import current_locale, pick_section, record_locale
from components.core.link_rules import read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.core.session_state import read_parameters
from components.core.view_state import read_link
from components.features.coding.document import GROUP, name_file
from components.server.assets import asset_url
from components.server.base_url import relative_address
from components.server.custom_component import mount_module
from data.load import read_record
from data.localize import pick
from data.modes import read_reaches
from data.record import Record
from data.resolve import NOT_MEMBER

TEXTS = Path(__file__).parent / "content.toml"


def show_coding() -> None:
    """Show the page; a sample is kept in the browser alone."""
    mount_module(
        "atlas_coding",
        "coding/coding.js",
        "document coding",
        describe_page(read_record()),
        css="coding/coding.css",
    )


def describe_page(record: Record) -> dict[str, Any]:
    """The rule, the palette, and where the cells are, which the browser fetches."""
    return {
        "cells": relative_address(asset_url(GROUP, name_file(current_locale()))),
        "rule": describe_rule(record),
        "palette": build_page_palette(*STANCES),
        "notices": read_link(read_parameters(), read_rules()).notices,
    }


def describe_rule(record: Record) -> dict[str, Any]:
    """What the codebook says, as the coder needs it: codes, modes, certainty, edge cases."""
    language = record_locale()
    texts = pick_section(_read_texts())
    reaches = read_reaches(record.rows("modes"))
    return {
        "steps": texts["steps"]["items"],
        "edges": texts["edges"]["items"],
        "codes": [
            {
                "code": row["code"],
                "ordinal": row["ordinal"],
                "label": pick(row, "label", language),
                "when": texts["when"].get(row["code"]) or pick(row, "definition", language),
                "unless": texts["unless"].get(row["code"], ""),
            }
            for row in record.rows("scale")
            if row["code"] != NOT_MEMBER
        ],
        "modes": [
            {
                "code": row["code"],
                "label": pick(row, "label", language),
                "definition": pick(row, "definition", language),
                "reach": list(reaches[row["code"]]),
            }
            for row in record.rows("modes")
        ],
        "certainty": texts["certainty"],
    }


@cache
def _read_texts() -> dict[str, Any]:
    return tomllib.loads(TEXTS.read_text(encoding="utf-8"))
