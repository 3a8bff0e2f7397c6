"""`python -m bench`: measure the atlas beside its baselines and print one table.

The exit status says whether measuring worked, not whether a target was met.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError

from bench.browser import Visit, launch_browser
from bench.content_host import start_content_host
from bench.first_map import measure_first_maps
from bench.link import start_link
from bench.machine import describe_machine
from bench.serve import Server, find_free_port
from bench.stats import find_median, find_percentile
from bench.steps import can_release, measure_releases, measure_steps
from bench.sweep import measure_sweep
from bench.table import format_table, read_rows
from bench.variants import ATLAS, BARE, MAPS, PLOTLY, USUAL, VARIANTS, Variant
from bench.visitors import measure_crowd, measure_memory

OUT = Path(__file__).parent / "out"
GROUPS = ("link", "drag", "step", "release", "server")


@dataclass(frozen=True)
class Plan:
    """How often and how long: the full run takes about seven minutes, the quick one about two."""

    maps: dict[Variant, int]
    sweeps: int
    steps: int
    releases: int
    sessions: int
    crowds: dict[int, float]
    crowded: frozenset[Variant]
    open_seconds: float


FULL = Plan(
    maps={ATLAS: 3, BARE: 3, USUAL: 2, PLOTLY: 1},
    sweeps=3,
    steps=35,
    releases=8,
    sessions=20,
    crowds={1: 20, 20: 15, 100: 15},
    crowded=frozenset({ATLAS, USUAL}),
    open_seconds=15,
)
QUICK = Plan(
    maps={ATLAS: 1, BARE: 1, USUAL: 1, PLOTLY: 1},
    sweeps=1,
    steps=18,
    releases=4,
    sessions=10,
    crowds={1: 6, 20: 6, 100: 6},
    crowded=frozenset({ATLAS}),
    open_seconds=8,
)
# From this many visitors on, only the variants that the plan says.
CROWDED = 100
PAGE_ROWS = {"drag", "step", "release"}

Results = dict[str, dict[str, float]]


def main() -> int:
    """Measure what was asked for, print the table, keep the numbers in bench/out/latest.json."""
    options = read_options()
    plan = QUICK if options.quick else FULL
    results: Results = {variant.name: {} for variant in VARIANTS}
    problems: list[str] = []
    began = time.monotonic()
    if options.rows - {"server"}:
        with note_failure(problems, "in the browser"):
            measure_in_browser(plan, options.rows, results, problems)
    if "server" in options.rows:
        measure_servers(plan, results, problems)
    machine = describe_machine(time.monotonic() - began)
    print(machine + "\n")
    print(format_table(read_rows(), results, [variant.name for variant in VARIANTS]))
    for problem in problems:
        print(f"not measured: {problem}", file=sys.stderr)
    OUT.mkdir(exist_ok=True)
    document = {"machine": machine, "quick": options.quick, "values": results, "problems": problems}
    (OUT / "latest.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return 1 if problems else 0


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats, about two minutes")
    parser.add_argument(
        "--rows",
        nargs="+",
        choices=GROUPS,
        default=GROUPS,
        help="groups of rows to measure (all)",
    )
    options = parser.parse_args()
    options.rows = set(options.rows)
    return options


@contextmanager
def note_failure(problems: list[str], what: str) -> Iterator[None]:
    """Keep measuring the rest when one part fails; the failure is printed and sets the status."""
    print(f"measuring {what}", file=sys.stderr, flush=True)
    try:
        yield
    except (RuntimeError, PlaywrightError, OSError, ValueError, TimeoutError) as error:
        problems.append(f"{what}: {error}")


def measure_in_browser(
    plan: Plan, rows: set[str], results: Results, problems: list[str]
) -> None:
    """Everything a browser sees, with all servers up and at rest: first maps, then each map."""
    content = start_content_host()
    with ExitStack() as stack:
        ports = {variant: find_free_port() for variant in VARIANTS}
        link, shaped = start_link([content, *ports.values()])
        stack.callback(link.wait)
        stack.callback(link.terminate)
        host = f"http://127.0.0.1:{shaped[0]}"
        servers = [stack.enter_context(Server(v, host, port)) for v, port in ports.items()]
        for server in servers:
            server.wait_until_idle()
        browser = stack.enter_context(launch_browser())
        if "link" in rows:
            with note_failure(problems, "first maps"):
                addresses = {
                    variant: f"http://127.0.0.1:{port}"
                    for variant, port in zip(ports, shaped[1:], strict=True)
                }
                for name, found in measure_first_maps(browser, addresses, plan.maps).items():
                    results[name] |= found
        for server in servers:
            if rows & PAGE_ROWS and server.variant in MAPS:
                name = server.variant.name
                with (
                    note_failure(problems, f"{name} in the browser"),
                    Visit(browser, server.variant, server.address) as visit,
                ):
                    measure_page(visit, plan, rows, results[name])


def measure_page(visit: Visit, plan: Plan, rows: set[str], found: dict[str, float]) -> None:
    """Dragging, steps and releases on one map."""
    visit.settle()
    if "drag" in rows:
        times = plan.sweeps if visit.variant is ATLAS else 1
        sweeps = [measure_sweep(visit) for _ in range(times)]
        found |= {key: find_median(sweep[key] for sweep in sweeps) for key in sweeps[0]}
        found["messages"] = max(sweep["messages"] for sweep in sweeps)
        visit.wait_until_quiet()
    if "step" in rows:
        found |= measure_steps(visit, plan.steps)
        visit.wait_until_quiet()
    if "release" in rows and can_release(visit):
        found |= measure_releases(visit, plan.releases)


def measure_servers(plan: Plan, results: Results, problems: list[str]) -> None:
    """Memory, reruns and their CPU, with visitors who have no browser; each server fresh."""
    for variant in VARIANTS:
        found = results[variant.name]
        with (
            note_failure(problems, f"{variant.name} with visitors"),
            Server(variant, "http://127.0.0.1:9") as server,
        ):
            server.wait_until_idle()
            if variant is not BARE:
                found["memory_kb"] = asyncio.run(measure_memory(server, plan.sessions))
            for count, seconds in plan.crowds.items() if variant.reruns else ():
                if count >= CROWDED and variant not in plan.crowded:
                    continue
                crowd = asyncio.run(measure_crowd(server, count, seconds, plan.open_seconds))
                found[f"rerun_{count}_ms"] = find_median(crowd.times)
                found[f"rerun_{count}_p95_ms"] = find_percentile(crowd.times, 95)
                found[f"visitors_{count}"] = crowd.visitors
                if count == 20:
                    found["cpu_ms"] = crowd.cpu_ms


if __name__ == "__main__":
    sys.exit(main())
