"""The sources page as a component: its sections, with the names and colours that they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.palette.payload import STANCES, build_page_palette
from components.core.view_state import View
from components.features.sources.content import read_texts
from components.features.sources.query_params import Target, read_target
from components.features.sources.sections import describe_method
from components.server.custom_component import mount_module
from data.cite import label_codes
from data.load import read_record
from data.localize import pick
from data.record import Record


def read_method_target(parameters: Mapping[str, str]) -> Target:
    """What a link asks of this page."""
    record = read_record()
    sources = {row["id"] for row in record.rows("sources")}
    return read_target(parameters, sources, {part.anchor for part in describe_method(record)})


def show_method(view: View, target: Target) -> None:
    """Show all sections; the event in view is offered as a filter of the sources."""
    page = read_page(read_record())
    data = {**page, "target": asdict(target), "event": view.event}
    mount_module("atlas_document", "method/method.js", "document", data, css="method/method.css")


@cache_per_locale(4)
def read_page(record: Record) -> dict[str, Any]:
    """Everything on the page that is the same for every visitor."""
    texts = read_texts()
    return {
        "title": texts["page"]["title"],
        "sections": [asdict(section) for section in describe_method(record)],
        "names": {
            row["id"]: pick(row, "name", record_locale())
            for table in ("countries", "organisations")
            for row in record.rows(table)
        },
        "events": {
            row["id"]: {
                "title": pick(row, "title", record_locale()),
                "year": row["date_start"].year,
            }
            for row in record.rows("events")
        },
        "labels": label_codes(record, record_locale()),
        "words": {name: texts[name] for name in ("fates", "disputes")},
        "palette": build_page_palette(*STANCES),
    }
