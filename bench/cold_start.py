"""First map, cold and warm, over the link; and what crossed it."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Browser

from bench.browser import Visit
from bench.paired import Measured, take_medians
from bench.variants import BARE, Variant

BYTES_A_KB = 1000


def visit_twice(
    browser: Browser, variant: Variant, address: str, late: float, slowed: float = 1
) -> Measured:
    """One visitor's first and second visit; stays `late` seconds for what follows the map."""
    with Visit(browser, variant, address, slowed) as visit:
        usable = visit.open()
        cold = usable - visit.read_start()
        visit.wait_until_quiet(late)
        traffic = visit.traffic
        measured = {
            "first_cold_ms": 1000 * cold,
            "own_kb": traffic.sum_own(usable) / BYTES_A_KB,
            "own_socket_kb": traffic.sum_socket(usable) / BYTES_A_KB,
            "before_kb": traffic.sum_all(usable) / BYTES_A_KB,
        }
        if late:
            measured["total_kb"] = traffic.sum_all(traffic.last_at) / BYTES_A_KB
        visit.leave()
        visit.page.wait_for_timeout(300)
        traffic.clear()
        usable = visit.open()
        measured["first_warm_ms"] = 1000 * (usable - visit.read_start())
        visit.wait_until_quiet()
        measured["warm_kb"] = traffic.sum_all(traffic.last_at) / BYTES_A_KB
        return measured


def measure_first_maps(
    browser: Browser,
    addresses: Mapping[Variant, str],
    rounds: Mapping[Variant, int],
    late: float,
    slowed: float = 1,
) -> dict[str, Measured]:
    """Medians by variant; the variants take turns, so that a busy moment meets all of them."""
    samples: dict[str, list[Measured]] = {variant.name: [] for variant in addresses}
    warm_up = min(addresses, key=lambda variant: variant is not BARE)
    with Visit(browser, warm_up, addresses[warm_up]) as visit:
        visit.open()  # a browser just started is slower; nobody's first visit pays for it
    for turn in range(max(rounds.values())):
        for variant, address in addresses.items():
            if turn < rounds[variant]:
                stay = 0.0 if turn else late  # once is enough to see what follows
                samples[variant.name].append(visit_twice(browser, variant, address, stay, slowed))
    found = {name: take_medians(rows) for name, rows in samples.items()}
    for measured in found.values() if BARE.name in found else ():
        for kind in ("cold", "warm"):
            bare = found[BARE.name][f"first_{kind}_ms"]
            measured[f"first_{kind}_ratio"] = measured[f"first_{kind}_ms"] / bare
    return found
