"""Names of what is repeated: each is that of the first with the number of the repetition."""

from __future__ import annotations

import re

DRAFT_NUMBER = re.compile(r"(?<=L\.)(?=[0-9])")


def rename_event(event: str, copy: int) -> str:
    """``batken-1999`` -> ``batken-1999-x2``."""
    return f"{event}-x{copy}"


def rename_source(source: str, copy: int) -> str:
    """``kucera-2016`` -> ``kucera-2016-x2``."""
    return f"{source}-x{copy}"


def rename_key(key: str, event: str, copy: int) -> str:
    """An id; where it begins with its event it goes on doing so, as those of claims do."""
    if event and key.startswith(f"{event}-"):
        return rename_event(event, copy) + key.removeprefix(event)
    return f"{key}-x{copy}"


def rename_resolution(row: dict[str, str], copy: int) -> dict[str, str]:
    """What of a row names a resolution of the General Assembly: its name, symbol, draft, address.

    Names must look like symbols: ``A/RES/62/243`` -> ``A/RES/62/243.2``, ``A/62/L.42`` ->
    ``A/62/L.20042``, ``GA 2014-03-27`` -> ``A/GA-2014-03-27.2``.
    """
    symbol, draft = row.get("symbol", ""), row.get("draft", "")
    moved = {"resolution": _rename_symbol(row["resolution"], copy)}
    if symbol:
        moved["symbol"] = _rename_symbol(symbol, copy)
    if draft:
        moved["draft"] = _rename_symbol(draft, copy)
    if row.get("document"):
        moved["document"] = f"https://undocs.org/{moved.get('symbol') or moved.get('draft')}"
    return moved


def _rename_symbol(symbol: str, copy: int) -> str:
    if symbol.startswith("GA "):
        year, month, day = symbol.removeprefix("GA ").split("-")
        # Years that no meeting will have, so that no two repetitions share a day.
        return f"GA {int(year) + 70 * copy:04d}-{month}-{day}"
    if DRAFT_NUMBER.search(symbol):
        return DRAFT_NUMBER.sub(f"{copy}00", symbol, count=1)
    return f"{symbol}.{copy}"
