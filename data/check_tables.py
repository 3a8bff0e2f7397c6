"""The rules between and within the tables of the record, beyond single cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from data import (
    check_claims,
    check_codes,
    check_confidence,
    check_deaths,
    check_findings,
    check_ledger,
    check_membership,
    check_modes,
    check_names,
    check_obligations,
    check_places,
    check_positions,
    check_references,
    check_review,
    check_translations,
    check_values,
    check_votes,
    check_who_came,
)
from data.errors import Problem
from data.schema import Tables, TableSchema

RULES = (
    check_references.check_actors,
    check_references.check_parties,
    check_references.check_adjudications,
    check_references.check_locators,
    check_references.check_paragraphs,
    check_references.check_sources_used,
    check_references.check_derived,
    check_values.check_order,
    check_values.check_overlaps,
    check_values.check_claim_dates,
    check_values.check_events,
    check_claims.check_early,
    check_claims.check_source_dates,
    check_claims.check_public,
    check_claims.check_repeats,
    check_values.check_zones,
    check_positions.check_positions,
    check_confidence.check_confidence,
    check_deaths.check_counts,
    check_deaths.check_bounds,
    check_values.check_existence,
    check_values.check_notes,
    check_votes.check_layers,
    check_votes.check_vote_claims,
    check_modes.check_reaches,
    check_modes.check_claim_modes,
    check_modes.check_vote_modes,
    check_modes.check_drills,
    check_ledger.check_requests,
    check_ledger.check_answers,
    check_who_came.check_rosters,
    check_who_came.check_ledger,
    check_who_came.check_actors,
    check_who_came.check_evidence,
    check_who_came.check_dates,
    check_obligations.check_readings,
    check_obligations.check_invocations,
    check_obligations.check_honoured,
    check_findings.check_findings,
    check_places.check_addresses,
    check_places.check_claim_locators,
    check_places.check_resolutions,
    check_places.check_untraced,
    check_codes.check_codes,
    check_codes.check_conflicts,
    check_names.check_names,
    check_review.check_review,
)


def check_tables(schemas: Mapping[str, TableSchema], tables: Tables) -> list[Problem]:
    """Every problem between and within ``tables`` beyond single cells, by file and line.

    A rule that cannot be held, since a column is not there or of another type, is a problem of the
    schema: columns and code belong together.
    """
    rules: list[partial[Iterator[Problem]]] = [
        partial(check_references.check_foreign_keys, schemas, tables),
        *(partial(rule, tables) for rule in RULES),
        partial(check_membership.check_roster, schemas, tables),
        partial(check_translations.check_translations, schemas, tables),
    ]
    problems: set[Problem] = set()
    for rule in rules:
        try:
            problems.update(rule())
        except KeyError as error:
            why = "a rule of the record reads this column, and a table lacks it"
            problems.add(Problem("datapackage.json", 0, "fields", str(error.args[0]), why))
        except (TypeError, ValueError, AttributeError) as error:
            name = getattr(rule.func, "__name__", "")
            why = f"a rule of the record cannot be held: {error}"
            problems.add(Problem("datapackage.json", 0, "rule", name, why))
    return sorted(problems)
