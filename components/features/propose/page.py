"""The page that proposes a correction: the row of the link, names of columns, and its mounting."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from components.core.i18n import pick_section
from components.core.link_rules import read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.core.session_state import read_parameters
from components.core.view_state import View, read_link
from components.features.propose.contact import read_contact
from components.features.propose.document import EDITABLE, FILE, GROUP
from components.features.propose.query_params import ROW, read_row
from components.server.assets import asset_url
from components.server.base_url import relative_address
from components.server.custom_component import mount_module
from data.load import read_schemas

NAMES = Path(__file__).parent / "content.toml"


def show_form(view: View) -> None:
    """Show the form, with the row that the link asks for."""
    mount_module(
        "atlas_propose",
        "propose/propose.js",
        "document propose",
        describe_page(view),
        css="propose/propose.css",
    )


def describe_page(view: View) -> dict[str, Any]:
    """What the form needs besides the tables, which the browser fetches."""
    parameters = read_parameters()
    asked = read_row(parameters, read_schemas())
    return {
        "tables": relative_address(asset_url(GROUP, FILE)),
        "asked": asked.values.get(ROW),
        "event": view.event or "",
        "toward": view.toward or "",
        "names": describe_names(),
        "contact": read_contact(os.environ),
        "palette": build_page_palette(*STANCES),
        "notices": read_link(parameters, read_rules()).notices + asked.notices,
    }


def describe_names() -> dict[str, Any]:
    """What tables and columns are called, and what stands in them, in the language spoken now."""
    texts = pick_section(_read_names())
    hints = texts["hints"]
    return {
        "tables": texts["tables"],
        "columns": texts["columns"],
        "hints": {
            table: {
                column: hints.get(f"{table}_{column}") or hints.get(column, "")
                for column in read_schemas()[table].columns
            }
            for table in EDITABLE
        },
    }


@cache
def _read_names() -> dict[str, Any]:
    return tomllib.loads(NAMES.read_text(encoding="utf-8"))
