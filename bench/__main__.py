"""`python -m bench`: measure the atlas beside its baselines and print one table.

The exit status says whether measuring worked, not whether a target was met.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path

from bench.checkout import Checkout
from bench.config import FULL, QUICK
from bench.host_load import Machine
from bench.network_throttle import LINKS
from bench.report import format_table, list_notes, read_rows
from bench.run import Run, measure_all
from bench.run_against import PAIRED, measure_pairs
from bench.variants import VARIANTS, vary_checkout

OUT = Path(__file__).parent / "out"
GROUPS = (
    *("link", "pages", "drag", "step", "release", "stories"),
    *("server", "exports", "crowd", "attacked", "sessions"),
)


def main() -> int:
    """Measure what was asked for, print the table, keep the numbers in bench/out/latest.json."""
    options = read_options()
    chosen = tuple(variant for variant in VARIANTS if variant.name in options.variants)
    plan = replace(QUICK if options.quick else FULL, variants=chosen)
    run = Run(plan, set(options.rows), options.link, options.slowed)
    watched = Machine()
    columns = [variant.name for variant in chosen]
    with ExitStack() as stack:
        if options.against:
            checkout = stack.enter_context(Checkout(options.against))
            run.against = vary_checkout(options.against, checkout.folder)
            columns.insert(1, options.against)
            measure_pairs(run, run.against)
            run.rows -= PAIRED
        measure_all(run)
    machine = watched.describe(LINKS[run.link].describe(), run.slowed)
    print(machine + "\n")
    print(format_table(read_rows(), run.values, columns, options.against, run.ratios))
    print("", *list_notes(run.values), *run.notes, sep="\n")
    for problem in run.problems:
        print(f"not measured: {problem}", file=sys.stderr)
    OUT.mkdir(exist_ok=True)
    document = {
        "machine": machine,
        "quick": options.quick,
        "values": run.values,
        "ratios": {key: asdict(ratio) for key, ratio in run.ratios.items()},
        "notes": run.notes,
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
    parser.add_argument(
        "--against",
        metavar="REVISION",
        default="",
        help="measure that revision of the atlas in turn with this one (all groups but server)",
    )
    parser.add_argument("--link", choices=LINKS, default="office", help="the simulated link")
    parser.add_argument(
        "--slowed", type=float, default=1, metavar="TIMES", help="slow the browser's processor"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
