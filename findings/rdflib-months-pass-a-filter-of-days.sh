#!/usr/bin/env bash
# rdflib 7.6.0 (PyPI), SPARQL over dates as linked data gives them, to the day, the month or the year.
# Seen: a month (xsd:gYearMonth) cannot be compared with a day in SPARQL, so a filter on days leaves it out; here every
# month and year passes "on or after 27 September 2020", even the May of 1992, and none passes "before". YEAR() of them
# is unbound and their Python value None. A list of events dated with mixed precision is so filtered by kind of date,
# not by date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet rdflib==7.6.0 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys

import rdflib
from rdflib import XSD, Literal

PREFIXES = "PREFIX x: <http://x.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
GRAPH = """@prefix x: <http://x.example/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
x:war x:on "2020-09-27"^^xsd:date . x:treaty x:on "1992-05-15"^^xsd:date .
x:may1992 x:on "1992-05"^^xsd:gYearMonth . x:year1992 x:on "1992"^^xsd:gYear ."""
graph = rdflib.Graph().parse(data=GRAPH, format="turtle")


def find(condition: str) -> list[str]:
    query = f"{PREFIXES}SELECT ?event WHERE {{ ?event x:on ?day FILTER(?day {condition} '2020-09-27'^^xsd:date) }}"
    return sorted(str(row[0]).rsplit("/", 1)[1] for row in graph.query(query))


seen = {">=": find(">="), "<": find("<")}
years = {str(row[0]).rsplit("/", 1)[1]: row[1] and int(row[1]) for row in graph.query(
    PREFIXES + "SELECT ?event (YEAR(?day) AS ?year) WHERE { ?event x:on ?day }")}
print(seen, years, Literal("1992-05", datatype=XSD.gYearMonth).value, sep="\n")
wanted = {">=": ["may1992", "war", "year1992"], "<": ["treaty"]}
unbound = {"may1992", "year1992"} == {event for event, year in years.items() if year is None}
sys.exit(0 if seen == wanted and unbound else 1)
PY
