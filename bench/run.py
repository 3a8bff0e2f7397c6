"""One run of the benchmark: its parts in order, what they found, and what failed."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from bench.app_process import Server, find_free_port
from bench.attacked import measure_attacked
from bench.browser import Visit, launch_browser
from bench.cold_start import measure_first_maps
from bench.config import AT_MOST_SECONDS, CROWDED, Plan
from bench.crowd import measure_crowd
from bench.drag import measure_sweep
from bench.exports import measure_exports
from bench.interaction_latency import can_release, measure_releases, measure_steps
from bench.load_test import measure_memory
from bench.mock_cdn import start_content_host
from bench.network_throttle import start_link
from bench.pages import measure_comparison, measure_pages
from bench.paired import Measured, Ratio
from bench.sessions import measure_closed
from bench.stats import find_median, find_percentile
from bench.story_frames import measure_story
from bench.variants import ATLAS, MAPS, Variant

PAGE_ROWS = {"drag", "step", "release"}
WITHOUT_BROWSER = {"server", "exports", "crowd", "attacked", "sessions"}
FAILURES = (RuntimeError, PlaywrightError, OSError, ValueError, TimeoutError)
# A host nobody listens on: visitors without browsers fetch nothing.
NO_HOST = "http://127.0.0.1:9"


@dataclass
class Run:
    """Values by variant and row; the parts that failed, or were skipped when time was up.

    `against` is the atlas of another revision, which takes turns with this one in the groups that
    measure both. `link` is one of `LINKS`, `slowed` how many times the browser's processor is.
    """

    plan: Plan
    rows: set[str]
    link: str = "office"
    slowed: float = 1
    against: Variant | None = None
    values: dict[str, dict[str, float]] = field(default_factory=dict)
    ratios: dict[str, Ratio] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    failed: bool = False
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self.began

    @property
    def revisions(self) -> list[Variant]:
        """The atlas, and what it is measured against."""
        ours = [ATLAS] if ATLAS in self.plan.variants else []
        return [*ours, *([self.against] if self.against else [])]

    def attempt(self, what: str, measure: Callable[[], None]) -> None:
        """Measure one part; its failure is noted and the rest goes on."""
        if self.seconds > AT_MOST_SECONDS * (2 if self.against else 1):
            self.problems.append(f"{what}: skipped after {self.seconds:.0f} s")
            return
        print(f"{self.seconds:4.0f} s  {what}", file=sys.stderr, flush=True)
        try:
            measure()
        except FAILURES as error:
            self.failed = True
            self.problems.append(f"{what}: {error}")

    def keep(self, name: str, found: dict[str, float]) -> None:
        """Add to the values of a variant."""
        self.values.setdefault(name, {}).update(found)


def measure_all(run: Run) -> None:
    """Every part that the run asks for."""
    if run.rows - WITHOUT_BROWSER:
        run.attempt("in the browser", lambda: measure_in_browser(run))
    if "server" in run.rows:
        for variant in (variant for variant in run.plan.variants if variant in MAPS):
            server = Server(variant, NO_HOST)
            run.attempt(f"{variant.name} with visitors", lambda s=server: measure_server(run, s))  # type: ignore[misc]
    if "exports" in run.rows and ATLAS in run.plan.variants:
        run.attempt("exports", lambda: run.keep(ATLAS.name, measure_files(run, ATLAS)))
    if "crowd" in run.rows:
        run.attempt("crowds", lambda: measure_crowds(run))
    if "attacked" in run.rows:
        for kind in run.plan.attacks:
            for variant in run.revisions:
                name = f"{variant.name} attacked by {kind}"
                run.attempt(name, lambda k=kind, v=variant: measure_attack(run, k, v))  # type: ignore[misc]
    if "sessions" in run.rows:
        for variant in run.revisions:
            name = f"sessions of {variant.name} opened and closed"
            run.attempt(name, lambda v=variant: measure_sessions(run, v))  # type: ignore[misc]


def measure_in_browser(run: Run) -> None:
    """Everything a browser sees, with all servers up and at rest: first maps, then each map."""
    variants = run.plan.variants
    content = start_content_host()
    with ExitStack() as stack:
        ports = [find_free_port() for _ in variants]
        link, (host, *shaped) = start_link([content, *ports], run.link)
        stack.callback(link.wait)
        stack.callback(link.terminate)
        servers = [
            stack.enter_context(Server(variant, f"http://127.0.0.1:{host}", port))
            for variant, port in zip(variants, ports, strict=True)
        ]
        for server in servers:
            server.wait_until_idle()
        browser = stack.enter_context(launch_browser())
        if "link" in run.rows:
            addresses = [f"http://127.0.0.1:{port}" for port in shaped]
            run.attempt("first maps", lambda: measure_link(run, browser, addresses))
        if "pages" in run.rows and ATLAS in variants:
            ours = servers[variants.index(ATLAS)]
            run.attempt("pages", lambda: measure_beside(run, browser, ours))
        if "stories" in run.rows and ATLAS in variants:
            ours = servers[variants.index(ATLAS)]
            run.attempt("a story", lambda: measure_steps_of_story(run, browser, ours))
        for server in servers:
            if run.rows & PAGE_ROWS and server.variant in MAPS:
                name = f"{server.variant.name} in the browser"
                run.attempt(name, lambda s=server: measure_page(run, browser, s))  # type: ignore[misc]


def measure_link(run: Run, browser: Browser, addresses: list[str]) -> None:
    """First maps of all variants over the link."""
    by_variant = dict(zip(run.plan.variants, addresses, strict=True))
    plan = run.plan
    found = measure_first_maps(browser, by_variant, plan.maps, plan.late_seconds, run.slowed)
    for name, measured in found.items():
        run.keep(name, measured)


def measure_beside(run: Run, browser: Browser, server: Server) -> None:
    """The pages beside the map, on servers of their own; both sliders of the comparison."""
    run.keep(ATLAS.name, measure_pages(browser, run.plan.pages, run.link, run.slowed))
    run.keep(ATLAS.name, measure_comparison(browser, server, run.plan.sweeps, run.slowed))


def measure_steps_of_story(run: Run, browser: Browser, server: Server) -> None:
    """A story as it is presented."""
    plan = run.plan
    found = measure_story(browser, server, plan.moves, plan.late_seconds, run.slowed)
    run.keep(ATLAS.name, found)


def measure_files(run: Run, variant: Variant) -> Measured:
    """Long exports and a visitor beside them, on a fresh server."""
    with Server(variant, NO_HOST) as server:
        server.wait_until_idle()
        return measure_exports(server, run.plan.files, run.plan.rest_seconds)


def measure_page(run: Run, browser: Browser, server: Server) -> None:
    """Dragging, steps and releases on one map."""
    plan, name = run.plan, server.variant.name
    with Visit(browser, server.variant, server.address, run.slowed) as visit:
        visit.settle(plan.late_seconds)
        if "drag" in run.rows:
            times = plan.sweeps if server.variant is ATLAS else 1
            sweeps = [measure_sweep(visit) for _ in range(times)]
            run.keep(name, {key: find_median(sweep[key] for sweep in sweeps) for key in sweeps[0]})
            run.keep(name, {"messages": max(sweep["messages"] for sweep in sweeps)})
            visit.wait_until_quiet()
        if "step" in run.rows:
            run.keep(name, measure_steps(visit, plan.steps))
            visit.wait_until_quiet()
        if "release" in run.rows and can_release(visit):
            run.keep(name, measure_releases(visit, plan.releases))


def measure_server(run: Run, server: Server) -> None:
    """Memory, reruns and their CPU with visitors who have no browser, on a fresh server."""
    plan, name, variant = run.plan, server.variant.name, server.variant
    with server:
        server.wait_until_idle()
        run.keep(name, {"memory_kb": asyncio.run(measure_memory(server, plan.sessions))})
        for count, seconds in plan.crowds.items() if variant.reruns else ():
            if count >= CROWDED and variant not in plan.crowded:
                continue
            crowd = asyncio.run(measure_crowd([server], count, seconds, plan.open_seconds))
            run.keep(
                name,
                {
                    f"rerun_{count}_ms": find_median(crowd.times),
                    f"rerun_{count}_p95_ms": find_percentile(crowd.times, 95),
                    f"visitors_{count}": crowd.visitors,
                },
            )
            if count == 20:
                run.keep(name, {"cpu_ms": crowd.cpu_ms})


def measure_crowds(run: Run) -> None:
    """Crowds over the replicas of each revision; the revisions take turns."""
    plan = run.plan
    with ExitStack() as stack:
        replicas = {
            variant: [stack.enter_context(Server(variant)) for _ in range(plan.replicas)]
            for variant in run.revisions
        }
        for servers in replicas.values():
            for server in servers:
                server.wait_until_idle()
        for count, seconds in plan.replica_crowds.items():
            for variant, servers in replicas.items():
                run.attempt(
                    f"{count} visitors of {variant.name}",
                    lambda n=count, s=servers, t=seconds: run.keep(  # type: ignore[misc]
                        s[0].variant.name,
                        asyncio.run(measure_crowd(s, n, t, plan.come_in_seconds)).describe(n),
                    ),
                )


def measure_attack(run: Run, kind: str, variant: Variant) -> None:
    """One attack on a fresh server; what its client was answered is noted."""
    with Server(variant) as server:
        server.wait_until_idle()
        found, answers = asyncio.run(measure_attacked(server, kind, run.plan.attack_seconds))
    run.keep(variant.name, found)
    told = ", ".join(f"{status} {count}" for status, count in sorted(answers.items()))
    run.notes.append(f"{variant.name}, attacked by {kind}: the attacker was answered {told}")


def measure_sessions(run: Run, variant: Variant) -> None:
    """Sessions opened and closed, on a fresh server."""
    with Server(variant) as server:
        server.wait_until_idle()
        run.keep(variant.name, asyncio.run(measure_closed(server, run.plan.closed)))
