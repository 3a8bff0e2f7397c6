"""`python -m bench`: measure the atlas beside its baselines and print one table.

The exit status says whether measuring worked, not whether a target was met.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from bench.machine import Machine
from bench.plan import FULL, QUICK
from bench.run import Run, measure_all
from bench.table import format_table, list_notes, read_rows
from bench.variants import VARIANTS

OUT = Path(__file__).parent / "out"
GROUPS = ("link", "pages", "drag", "step", "release", "stories", "server", "exports")


def main() -> int:
    """Measure what was asked for, print the table, keep the numbers in bench/out/latest.json."""
    options = read_options()
    chosen = tuple(variant for variant in VARIANTS if variant.name in options.variants)
    run = Run(replace(QUICK if options.quick else FULL, variants=chosen), set(options.rows))
    watched = Machine()
    measure_all(run)
    machine = watched.describe()
    print(machine + "\n")
    print(format_table(read_rows(), run.values, [variant.name for variant in chosen]))
    print("", *list_notes(run.values), sep="\n")
    for problem in run.problems:
        print(f"not measured: {problem}", file=sys.stderr)
    OUT.mkdir(exist_ok=True)
    document = {
        "machine": machine,
        "quick": options.quick,
        "values": run.values,
        "problems": run.problems,
    }
    (OUT / "latest.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return 1 if run.failed else 0


def read_options() -> argparse.Namespace:
    """The command line."""
    names = [variant.name for variant in VARIANTS]
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer and shorter samples")
    parser.add_argument("--rows", nargs="+", choices=GROUPS, default=GROUPS, help="groups of rows")
    parser.add_argument("--variants", nargs="+", choices=names, default=names, help="columns")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
