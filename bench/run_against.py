"""The groups of a run that are measured beside another revision, in turn (`--against`)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from playwright.sync_api import Browser

from bench.app_process import Server, find_free_port
from bench.browser import Visit, launch_browser
from bench.cold_start import visit_twice
from bench.drag import measure_sweep
from bench.interaction_latency import measure_releases, measure_steps
from bench.network_throttle import start_link
from bench.pages import visit_pages
from bench.paired import Measured, measure_in_turn, rate_pairs, take_medians
from bench.report import read_rows
from bench.run import NO_HOST, Run, measure_files
from bench.story_frames import measure_story
from bench.variants import ATLAS, BARE, Variant

Measure = Callable[[Variant], Measured]
IN_BROWSER = ("link", "drag", "step", "release", "stories")
PAIRED = {*IN_BROWSER, "pages", "exports"}


def measure_pairs(run: Run, against: Variant) -> None:
    """Every paired group the run asks for; each failure is noted and the rest goes on."""
    if run.rows & {*IN_BROWSER, "pages"}:
        run.attempt("both in the browser", lambda: measure_in_browser(run, against))
    if "exports" in run.rows:
        compare(run, against, "exports", lambda variant: measure_files(run, variant))


def compare(run: Run, against: Variant, group: str, measure: Measure) -> None:
    """One group of both revisions, in turn: medians into the columns, ratios beside them."""
    watched = [
        row.key
        for row in read_rows()
        if row.group == group and row.unit in ("ms", "s") and not row.is_extreme
    ]

    def take_turns() -> None:
        found = measure_in_turn(
            lambda: measure(ATLAS), lambda: measure(against), watched, run.plan.rounds
        )
        for variant, samples in zip((ATLAS, against), found, strict=True):
            run.keep(variant.name, take_medians(samples))
        run.ratios.update(rate_pairs(*found))

    run.attempt(f"{group}, in turn with {against.name}", take_turns)


def measure_in_browser(run: Run, against: Variant) -> None:
    """What a browser sees of both, with the servers of both up and at rest, and a bare page."""
    variants = (ATLAS, against, BARE)
    with ExitStack() as stack:
        ports = [find_free_port() for _ in variants]
        link, shaped = start_link(ports, run.link)
        stack.callback(link.wait)
        stack.callback(link.terminate)
        servers = {
            variant: stack.enter_context(Server(variant, NO_HOST, port))
            for variant, port in zip(variants, ports, strict=True)
        }
        addresses = {
            variant: f"http://127.0.0.1:{port}"
            for variant, port in zip(variants, shaped, strict=True)
        }
        for server in servers.values():
            server.wait_until_idle()
        browser = stack.enter_context(launch_browser())
        if "link" in run.rows:
            bare: list[Measured] = []

            def visit(variant: Variant) -> Measured:
                if variant is ATLAS:  # once a round
                    bare.append(visit_twice(browser, BARE, addresses[BARE], 0, run.slowed))
                return visit_twice(browser, variant, addresses[variant], 0, run.slowed)

            compare(run, against, "link", visit)
            if bare:
                relate_to_bare(run, against, take_medians(bare))
        for group in ("drag", "step", "release", "stories"):
            if group in run.rows:
                measure = choose_measure(group, run, browser, servers)
                compare(run, against, group, measure)
        if "pages" in run.rows:
            compare(run, against, "pages", lambda v: visit_pages(browser, v, run.link, run.slowed))


def relate_to_bare(run: Run, against: Variant, bare: Measured) -> None:
    """The first maps of both as ratios to the bare page's."""
    run.keep(BARE.name, bare)
    for name in (ATLAS.name, against.name):
        measured = run.values.get(name, {})
        for kind in ("cold", "warm"):
            if f"first_{kind}_ms" in measured:
                ratio = measured[f"first_{kind}_ms"] / bare[f"first_{kind}_ms"]
                run.keep(name, {f"first_{kind}_ratio": ratio})


def choose_measure(
    group: str, run: Run, browser: Browser, servers: dict[Variant, Server]
) -> Measure:
    """How one round of a group is measured on one revision: in a browser's context of its own."""
    plan = run.plan
    on_map: dict[str, Callable[[Visit], Measured]] = {
        "drag": measure_sweep,
        "step": lambda visit: measure_steps(visit, plan.steps),
        "release": lambda visit: measure_releases(visit, plan.releases),
    }

    def measure(variant: Variant) -> Measured:
        server = servers[variant]
        if group == "stories":
            return measure_story(browser, server, plan.moves, plan.late_seconds, run.slowed)
        with Visit(browser, variant, server.address, run.slowed) as visit:
            visit.settle(plan.late_seconds)
            return on_map[group](visit)

    return measure
