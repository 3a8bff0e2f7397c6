"""First map, cold and warm, over the link; and what crossed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playwright.sync_api import Browser

from bench.browser import Visit
from bench.stats import find_median
from bench.variants import BARE, Variant

Measured = dict[str, float]
KEPT_BYTES = 1000


def visit_twice(browser: Browser, variant: Variant, address: str) -> Measured:
    """One visitor's first and second visit."""
    with Visit(browser, variant, address) as visit:
        usable = visit.open()
        cold = usable - visit.read_start()
        visit.wait_until_quiet()
        traffic = visit.traffic
        measured = {
            "first_cold_ms": 1000 * cold,
            "own_kb": traffic.sum_own(usable) / KEPT_BYTES,
            "own_socket_kb": traffic.sum_socket(usable) / KEPT_BYTES,
            "before_kb": traffic.sum_all(usable) / KEPT_BYTES,
            "total_kb": traffic.sum_all(traffic.last_at) / KEPT_BYTES,
        }
        visit.page.goto("about:blank")
        visit.page.wait_for_timeout(300)
        traffic.clear()
        usable = visit.open()
        measured["first_warm_ms"] = 1000 * (usable - visit.read_start())
        visit.wait_until_quiet()
        measured["warm_kb"] = traffic.sum_all(traffic.last_at) / KEPT_BYTES
        return measured


def measure_first_maps(
    browser: Browser, addresses: Mapping[Variant, str], rounds: Mapping[Variant, int]
) -> dict[str, Measured]:
    """Medians by variant; the variants take turns, so that a busy moment meets all of them."""
    samples: dict[str, list[Measured]] = {variant.name: [] for variant in addresses}
    with Visit(browser, BARE, addresses[BARE]) as visit:
        visit.open()  # a browser just started is slower; nobody's first visit pays for it
    for turn in range(max(rounds.values())):
        for variant, address in addresses.items():
            if turn < rounds[variant]:
                samples[variant.name].append(visit_twice(browser, variant, address))
    found = {name: take_medians(rows) for name, rows in samples.items()}
    for measured in found.values():
        for visit_kind in ("cold", "warm"):
            bare = found[BARE.name][f"first_{visit_kind}_ms"]
            measured[f"first_{visit_kind}_ratio"] = measured[f"first_{visit_kind}_ms"] / bare
    return found


def take_medians(rows: Sequence[Measured]) -> Measured:
    """The median of each measure."""
    return {key: find_median([row[key] for row in rows]) for key in rows[0]}
