"""The colours and typefaces of config.toml, in the form Streamlit's front end reads them."""

from __future__ import annotations

from streamlit import config

# Streamlit calls this one differently in its messages to the browser.
RENAMED = {"font": "bodyFont"}
BASES = ("light", "dark")


def read_theme(base: str) -> dict[str, str | int]:
    """The theme for `light` or `dark`: the text options of [theme] and [theme.<base>]."""
    options = {
        **config.get_options_for_section("theme"),
        **drop_unset(config.get_options_for_section(f"theme.{base}")),
    }
    texts = {name: value for name, value in options.items() if isinstance(value, str)}
    theme: dict[str, str | int] = {RENAMED.get(name, name): value for name, value in texts.items()}
    return {**theme, "base": BASES.index(base)}


def drop_unset(options: dict[str, object]) -> dict[str, object]:
    """The options that have a value."""
    return {name: value for name, value in options.items() if value is not None}
