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

    first_maps: dict[Variant, int]
    sweeps: int
    steps: int
    releases: int
    sessions: int
    crowd_seconds: dict[int, float]
    open_seconds: float


FULL = Plan({ATLAS: 3, BARE: 3, USUAL: 2, PLOTLY: 1}, 3, 35, 8, 20, {1: 30, 20: 15, 100: 15}, 25)
QUICK = Plan({ATLAS: 1, BARE: 1, USUAL: 1, PLOTLY: 1}, 1, 18, 4, 10, {1: 10, 20: 6, 100: 6}, 8)

Results = dict[str, dict[str, float]]


def main() -> int:
    """Measure what was asked for, print the table, keep the numbers in bench/out/latest.json."""
    options = read_options()
    plan = QUICK if options.quick else FULL
    results: Results = {variant.name: {} for variant in VARIANTS}
    problems: list[str] = []
    began = time.monotonic()
    for name, measure in (
        ("link", measure_link),
        ("drag", measure_pages),
        ("server", measure_servers),
    ):
        wanted = {"drag", "step", "release"} if name == "drag" else {name}
        if wanted & options.rows:
            measure(plan, options.rows, results, problems)
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


def measure_link(plan: Plan, _rows: set[str], results: Results, problems: list[str]) -> None:
    """First maps over the link, all servers up and at rest."""
    content = start_content_host()
    with note_failure(problems, "first maps"), ExitStack() as stack:
        ports = {variant: find_free_port() for variant in VARIANTS}
        link, shaped = start_link([content, *ports.values()])
        stack.callback(link.wait)
        stack.callback(link.terminate)
        host = f"http://127.0.0.1:{shaped[0]}"
        servers = [stack.enter_context(Server(v, host, port)) for v, port in ports.items()]
        for server in servers:
            server.wait_until_idle()
        browser = stack.enter_context(launch_browser())
        addresses = {
            variant: f"http://127.0.0.1:{port}"
            for variant, port in zip(ports, shaped[1:], strict=True)
        }
        for name, measured in measure_first_maps(browser, addresses, plan.first_maps).items():
            results[name] |= measured


def measure_pages(plan: Plan, rows: set[str], results: Results, problems: list[str]) -> None:
    """Dragging, steps and releases in the browser, one variant's server up at a time."""
    host = f"http://127.0.0.1:{start_content_host()}"
    for variant in MAPS:
        found = results[variant.name]
        with (
            note_failure(problems, f"{variant.name} in the browser"),
            Server(variant, host) as server,
            launch_browser() as browser,
            Visit(browser, variant, server.address) as visit,
        ):
            server.wait_until_idle()
            visit.settle()
            if "drag" in rows:
                sweeps = [measure_sweep(visit) for _ in range(plan.sweeps)]
                found |= {key: find_median(sweep[key] for sweep in sweeps) for key in sweeps[0]}
                found["messages"] = max(sweep["messages"] for sweep in sweeps)
                visit.wait_until_quiet()
            if "step" in rows:
                found |= measure_steps(visit, plan.steps)
                visit.wait_until_quiet()
            if "release" in rows and can_release(visit):
                found |= measure_releases(visit, plan.releases)


def measure_servers(plan: Plan, _rows: set[str], results: Results, problems: list[str]) -> None:
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
            for count, seconds in plan.crowd_seconds.items() if variant.reruns else ():
                crowd = asyncio.run(measure_crowd(server, count, seconds, plan.open_seconds))
                found[f"rerun_{count}_ms"] = find_median(crowd.times)
                found[f"rerun_{count}_p95_ms"] = find_percentile(crowd.times, 95)
                found[f"visitors_{count}"] = crowd.visitors
                if count == 20:
                    found["cpu_ms"] = crowd.cpu_ms


if __name__ == "__main__":
    sys.exit(main())
