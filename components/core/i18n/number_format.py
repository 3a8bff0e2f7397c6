"""Numbers as the language spoken now writes them."""

from __future__ import annotations

from babel import numbers

from components.core.i18n.locale import babel_locale

MINUS = "−"


def format_number(number: float, places: int = 0) -> str:
    """A number with so many decimals, thousands apart: 1,234 or 0.50; in Russian 1 234 and 0,50."""
    pattern = "#,##0" + ("." + "0" * places if places else "")
    said = str(numbers.format_decimal(number, pattern, locale=babel_locale()))
    return said.replace("-", MINUS)


def format_signed(number: float, places: int = 1) -> str:
    """A number with its sign: +0.3, −1.0, 0.0; in Russian with a decimal comma."""
    rounded = round(number, places)
    mark = "+" if rounded > 0 else ""
    return f"{mark}{format_number(rounded if rounded else 0, places)}"


def format_percent(share: float) -> str:
    """A share of 1 as whole percents: 81%; in Russian 81 %."""
    return str(numbers.format_percent(share, locale=babel_locale()))
