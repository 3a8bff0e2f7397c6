"""Mounting a JavaScript module of the atlas in the page as a Streamlit component."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import streamlit as st

from components.core.clock import read_today
from components.server.assets import asset_url, bundle_of, catalogue_urls
from components.server.base_url import relative_address
from components.server.code_files import read_built
from components.server.messages import for_each_locale, lost_part_message

# The component's own script is a blob and has no address to resolve against, so the module's is
# made absolute from the app's root. Streamlit would show a failing module's stack, with addresses,
# to the visitor: hence the catch. The language is that of the page, which never changes in it.
LOADER = """
const { lang } = document.documentElement;
export default async function (component) {
  try {
    const address = new URL(%(module)s, window.atlasRoot).href;
    // Browsers remember that a module was lost: under another address it is asked for again.
    const pause = () => new Promise((go) => setTimeout(go, 500));
    const again = () => pause().then(() => import(`${address}?again`));
    const module = await import(address).catch(again);
    await module.speak(lang, %(catalogues)s);
    const { name, data, setTriggerValue } = component;
    // A choice made while the server is away is kept; see shell/pending_choices.ts.
    const tell = (what, value) =>
      window.atlasBegin.choose(`${name} ${what}`, () => setTriggerValue(what, value));
    module.draw({ ...component, setTriggerValue: tell });
    window.atlasBegin.hearDay(data?.today);
  } catch (error) {
    console.error(error);
    const host = component.parentElement.querySelector("article");
    if (host) host.textContent = %(lost)s[lang];
  }
}
"""


def read_style(path: str) -> str:
    """The text of a style sheet, by its path as `<feature>/<file>`."""
    return read_built(path)


@cache
def write_loader(module: str) -> str:
    """The script that loads a module of the asset group `code` and draws with it."""
    values = {
        "module": relative_address(asset_url("code", bundle_of(module))),
        "catalogues": catalogue_urls(),
        "lost": for_each_locale(lost_part_message),
    }
    return LOADER % {name: json.dumps(value) for name, value in values.items()}


def mount_module(
    name: str,
    module: str,
    style: str,
    data: dict[str, Any],
    *,
    css: str | None = None,
    triggers: Mapping[str, Callable[[Any], None]] | None = None,
) -> None:
    """Show `module` (a path of the asset group `code`) in an article of class `style`.

    `data` crosses as JSON; the module's `draw({data, parentElement})` sets it as text. `css` is a
    style sheet of its own, as a path within `components/`. What the module says by
    `setTriggerValue(name, value)` is handed to the trigger of that name, before the next run.
    """
    component = st.components.v2.component(
        name,
        js=write_loader(module),
        html=f'<article class="{style}"></article>',
        # A text of one line would be taken for the path of a file.
        css=f"/* {css} */\n{read_style(css)}" if css else None,
        isolate_styles=False,
    )
    callbacks: dict[str, Any] = {
        f"on_{trigger}_change": partial(dispatch_trigger, name, trigger, take)
        for trigger, take in (triggers or {}).items()
    }
    # The page may be open longer than a day: each run tells the day it was drawn on.
    component(key=name, data={**data, "today": read_today().isoformat()}, **callbacks)


def dispatch_trigger(name: str, trigger: str, take: Callable[[Any], None]) -> None:
    """Give a trigger's value, which comes from the browser, to the one that takes it."""
    take(st.session_state[name][trigger])
