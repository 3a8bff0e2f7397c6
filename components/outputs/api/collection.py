"""The lists of rows that programs ask for: events, claims, stances, and the derived panels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from components.outputs.api.columns import (
    Properties,
    describe_columns,
    describe_derived,
    describe_text,
    pick_cells,
)
from components.outputs.api.filters import (
    FORMAT,
    LANG,
    MODE,
    PAGING,
    Filter,
    Period,
    choose_days,
    choose_ids,
    choose_values,
    choose_years,
)
from components.outputs.api.parameters import Parameter, Values
from data.derived.rows import Cells, join_parts
from data.derived.schema import DerivedTable, read_derived
from data.derived.tables import BUILDERS, build_table
from data.event_filter import EventFilter, filter_events
from data.languages import DEFAULT
from data.localize import pick
from data.modes import list_modes, select_reading
from data.record import Record
from data.review import REVIEWED
from data.stances import list_references

STANCES = "resolved_stances"
FIRST_YEAR = 1991
ACTORS = ("countries", "organisations")
PARTIES = {"actor": "Who acts.", "member": "The member.", "toward": "Toward whom."}
EVENT_COLUMNS = (
    *("id", "title", "date_start", "date_end", "kind", "place", "lat", "lon", "precision_km"),
    *("zone_id", "invocation", "response", "confidence", "deaths_low", "deaths_high", "summary"),
)
CLAIM_COLUMNS = (
    *("id", "event_id", "date", "dated", "actor", "toward", "stance", "certainty", "mode"),
    *("source_id", "locator", "speaker", "speaker_name", "summary"),
)


@dataclass(frozen=True)
class Collection:
    """Rows that can be filtered: their columns, the parameters, and how they are read.

    `find` gives the rows in their order; `filters` and `period` choose among them.
    """

    path: str
    title: str
    description: str
    columns: Properties
    find: Callable[[Record, Values], Iterable[Cells]]
    filters: Sequence[Filter] = ()
    period: Period | None = None
    others: Sequence[Parameter] = ()

    @property
    def parameters(self) -> list[Parameter]:
        """All that a request may name."""
        own = [each.parameter for each in self.filters]
        return [*own, *self.others, *PAGING, FORMAT]


@lru_cache(maxsize=4)
def list_collections(record: Record) -> dict[str, Collection]:
    """Every collection by its path."""
    tables = read_derived(record)
    panels = [describe_panel(record, tables[name]) for name in BUILDERS if name != STANCES]
    found = [
        describe_events(record),
        describe_claims(record),
        describe_stances(record, tables[STANCES]),
        *panels,
    ]
    return {each.path: each for each in found}


def describe_events(record: Record) -> Collection:
    """Events, one a row."""
    columns = {
        **describe_columns("events", EVENT_COLUMNS),
        "references": describe_text("Ids of its reference parties, separated by semicolons."),
    }
    kinds, zones, responses = (
        sorted({row[column] for row in record.rows("events") if row[column]})
        for column in ("kind", "zone_id", "response")
    )
    return Collection(
        "/events",
        "Events",
        "Events from the earliest; `/events/{id}` has the stances and claims of one.",
        columns,
        find_events,
        (
            choose_values("kind", kinds, "kind", "What sort of event."),
            choose_values("zone", zones, "zone_id", "The disputed place it concerns."),
            choose_values("response", responses, "response", "What came of the request."),
        ),
        lambda row: (row["date_start"], row["date_end"]),
        (
            Parameter(
                "member",
                {
                    "type": "string",
                    "enum": [row["id"] for row in record.rows("countries")],
                    "title": "an id of countries",
                },
                "A state that was a party, or of which a source says what it did or did not do.",
            ),
            MODE,
            Parameter(
                "q",
                {"type": "string", "maxLength": 80},
                "Words that stand in titles, places, summaries and names of parties.",
            ),
            *choose_days("the event"),
            LANG,
        ),
    )


def find_events(record: Record, values: Values) -> list[Cells]:
    """Rows of events with a member, a kind of answer and words."""
    wanted = EventFilter(
        member=values.get("member", ""), mode=values.get("mode", ""), text=values.get("q", "")
    )
    return [
        {
            **pick_cells(row, EVENT_COLUMNS, values["lang"]),
            "references": join_parts(list_references(record, row["id"])),
        }
        for row in filter_events(record, wanted)
    ]


def describe_claims(record: Record) -> Collection:
    """Claims, one a row, with the source of each."""
    columns = {
        **describe_columns("claims", CLAIM_COLUMNS),
        "source_title": describe_text("Title of the source."),
        "source_url": describe_text("Address of the source; empty where it has none."),
    }
    certainties = sorted({row["certainty"] for row in record.rows("claims")})
    return Collection(
        "/claims",
        "Claims",
        "What one source says of one actor's stance at one event, by event and actor.",
        columns,
        find_claims,
        (
            choose_ids(record, "event", ["events"], "event_id", "The event."),
            choose_ids(record, "actor", ACTORS, "actor", "Whose stance."),
            choose_ids(record, "toward", ACTORS, "toward", "The reference party."),
            choose_values("stance", list_codes(record), "stance", "Code of the scale."),
            choose_values("mode", list_modes(record), "mode", "What kind of answer it is."),
            choose_values("certainty", certainties, "certainty", "How directly it is said."),
            choose_ids(record, "source", ["sources"], "source_id", "The source."),
        ),
        lambda row: (row["date"], row["date"]),
        (*choose_days("the claim"), LANG),
    )


def find_claims(record: Record, values: Values) -> list[Cells]:
    """Rows of claims with their sources."""
    return [
        {
            **pick_cells(row, CLAIM_COLUMNS, values["lang"]),
            "source_title": record.row("sources", row["source_id"])["title"],
            "source_url": record.row("sources", row["source_id"])["url"],
        }
        for row in record.rows("claims")
    ]


def describe_stances(record: Record, table: DerivedTable) -> Collection:
    """Resolved stances, one a row, resting on one kind of answer where that is asked for."""
    return Collection(
        "/stances",
        pick(vars(table), "title", DEFAULT),
        pick(vars(table), "description", DEFAULT),
        describe_derived(table.columns),
        lambda record, values: build_table(select_reading(record, values.get("mode")), STANCES)[1],
        (
            choose_ids(record, "event", ["events"], "event_id", "The event."),
            choose_ids(record, "actor", ACTORS, "actor", "Whose stance."),
            choose_ids(record, "toward", ACTORS, "toward", "The reference party."),
            choose_values("stance", list_codes(record), "stance", "Code of the scale."),
        ),
        lambda row: (row["event_date"], row["event_date"]),
        (MODE, *choose_days("the first day of the event")),
    )


def describe_panel(record: Record, table: DerivedTable) -> Collection:
    """A derived table, with filters by the columns of its key."""
    columns = [column.name for column in table.columns]
    parties = [name for name in PARTIES if name in columns]
    events = ["event_id"] if "event_id" in columns else []
    years = choose_years(FIRST_YEAR, REVIEWED.year) if "year" in columns else ()
    return Collection(
        f"/panels/{table.name}",
        pick(vars(table), "title", DEFAULT),
        pick(vars(table), "description", DEFAULT),
        describe_derived(table.columns),
        partial(find_panel, table.name),
        (
            *(choose_ids(record, "event", ["events"], name, "The event.") for name in events),
            *(choose_ids(record, name, ACTORS, name, PARTIES[name]) for name in parties),
        ),
        (lambda row: (row["year"], row["year"])) if years else None,
        years,
    )


def find_panel(name: str, record: Record, _values: Values) -> list[Cells]:
    """All rows of a derived table."""
    return build_table(record, name)[1]


def list_codes(record: Record) -> list[str]:
    """Codes of the scale."""
    return [row["code"] for row in record.rows("scale")]
