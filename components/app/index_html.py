"""The page Streamlit sends first, rewritten: name, fonts, and what the map will need, preloaded."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from components.app.asset_groups import critical_assets, critical_assets_in, prefetch_assets
from components.core.clock import CACHED_DAYS, on_day, read_today
from components.core.i18n.locale import LANGUAGE_NAMES, LANGUAGES
from components.core.view_state import LANGUAGE, PARAMETERS
from components.server.assets import asset_url, catalogue_urls
from components.server.base_url import relative_address
from components.server.code_files import VENDOR, read_built
from components.server.compressed_file import NO_CACHE, CompressedFile
from components.server.favicon import build_icon_link
from components.server.messages import (
    color_scheme_labels,
    for_each_locale,
    language_label,
    larger_text_label,
    loss_messages,
    noscript_message,
    search_label,
    site_description,
    site_title,
    skip_link_label,
)
from components.server.search_documents import locate_documents
from components.server.streamlit_static import (
    FIRST_CHUNKS,
    NEXT_CHUNKS,
    STREAMLIT,
    find_chunks,
    find_folium_script,
)
from components.server.theme import read_theme

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# How the page's address lies to the app's root; `index_inline.ts` reads it.
ROOT_PLACE = '<meta name="atlas-root" content="./" />'


@dataclass(frozen=True)
class Shell:
    """The rewritten page and the hashes its inline scripts are allowed by."""

    page: CompressedFile
    script_hashes: tuple[str, ...]


def build_shell() -> Shell:
    """The shell of the day. Its inline scripts, and so their hashes, are the same on every day."""
    return _build_shell(read_today())


@lru_cache(maxsize=CACHED_DAYS)
def _build_shell(day: date) -> Shell:
    with on_day(day):
        return make_shell()


def make_shell() -> Shell:
    """Streamlit's page, rewritten."""
    html = rewrite_shell((STREAMLIT / "index.html").read_text(encoding="utf-8"))
    page = CompressedFile(html.encode(), "index.html", NO_CACHE)
    return Shell(page, hash_inline_scripts(html))


def hash_inline_scripts(html: str) -> tuple[str, ...]:
    """The Content-Security-Policy hashes of a page's inline scripts."""
    return tuple(
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in INLINE_SCRIPT.findall(html)
    )


def rewrite_shell(html: str) -> str:
    """Streamlit's index.html as the atlas's; ValueError when a part to replace is not in it."""
    html = replace_once(html, r"\A<!--.*?-->\s*", "")
    html = replace_once(
        html, r"<!--(?:(?!-->).)*?agent API.*?-->\s*<link rel=\"service-desc\".*?>", ""
    )
    html = replace_once(html, r"<link\s+rel=\"preload\"[^>]*as=\"font\"[^>]*>", "")
    html = replace_once(html, r"<link rel=\"shortcut icon\"[^>]*>", build_icon_link())
    html = replace_once(html, r"<title>.*?</title>", build_head())
    script = fill_script(
        "server/shell.js",
        "SHELL_VALUES",
        light=read_theme("light"),
        dark=read_theme("dark"),
        languages=LANGUAGES,
        carried=[*PARAMETERS, LANGUAGE],
        titles=for_each_locale(site_title),
        types=for_each_locale(larger_text_label),
        schemes=for_each_locale(color_scheme_labels),
        skips=for_each_locale(skip_link_label),
        searches=for_each_locale(search_label),
        lost=loss_messages(),
    )
    begin = read_built("page/begin.js")
    html = replace_once(html, r"<script>.*?</script>", f"<script>{begin}{script}</script>")
    html = replace_once(html, r"<noscript>.*?</noscript>", build_body_start())
    return replace_once(html, r"</head>", build_preloads(html))


def replace_once(html: str, pattern: str, replacement: str) -> str:
    """Replace the one match of a pattern; ValueError when there is not exactly one."""
    changed, count = re.subn(pattern, lambda _: replacement, html, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"Streamlit's index.html has {count} matches of {pattern!r}, not one")
    return changed


def build_body_start() -> str:
    """What stands before the app: a way past the head, search, size of type, language, and a word
    to those without scripts."""
    script = {
        "module": relative_address(asset_url("code", "search/box.js")),
        "documents": locate_documents(),
        "catalogues": catalogue_urls(),
    }
    search = f'<script type="application/json" id="atlas-search">{write_json(script)}</script>'
    choices = " ".join(
        f'<a lang="{code}" hreflang="{code}" title="{name}" href="?lang={code}">{code.upper()}</a>'
        for code, name in LANGUAGE_NAMES.items()
    )
    languages = escape(" · ".join(for_each_locale(language_label).values()))
    excuses = "".join(
        f'<p lang="{code}">{escape(excuse)}</p>'
        for code, excuse in for_each_locale(noscript_message).items()
    )
    return (
        '<a class="atlas-skip" href="#root"></a>\n'
        '<div class="atlas-corner"><form class="atlas-find" role="search" action="search">'
        f'<input type="search" name="q" maxlength="80" autocomplete="off" /></form>{search}\n'
        '<button class="atlas-scheme" type="button">◐</button>'
        '<button class="atlas-type" type="button">Aa</button>\n'
        f'<nav class="atlas-language" aria-label="{languages}">{choices}</nav></div>\n'
        f"<noscript>{excuses}</noscript>"
    )


def build_head() -> str:
    """Title, description, colours before the first paint, and the two typefaces."""
    fonts = (VENDOR / "fonts" / "fonts.css").read_text(encoding="utf-8")
    fonts = fonts.replace('url("', f'url("{relative_address(asset_url("fonts", ""))}')
    page, printed = (
        relative_address(asset_url("code", f"page/{name}.css")) for name in ("page", "print")
    )
    paper, night = read_theme("light")["backgroundColor"], read_theme("dark")["backgroundColor"]
    return "\n".join(
        [
            ROOT_PLACE,
            f"<title>{escape(site_title())}</title>",
            f'<link rel="stylesheet" href="{page}" />',
            f'<link rel="stylesheet" media="print" href="{printed}" />',
            f'<meta name="description" content="{escape(site_description())}" />',
            '<meta name="color-scheme" content="light dark" />',
            f'<meta name="theme-color" content="{paper}" media="(prefers-color-scheme: light)" />',
            f'<meta name="theme-color" content="{night}" media="(prefers-color-scheme: dark)" />',
            f"<style>\n:root {{ background: {paper}; }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ background: {night}; }} }}",
            f"{fonts}</style>",
        ]
    )


def list_first_chunks() -> list[str]:
    """Addresses of Streamlit's entry, its preloads and the chunks the map page asks for."""
    html = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:href|src)="\.(/static/(?:js|css)/[^"]+)"', html)
    return list(dict.fromkeys([*named, *find_chunks(FIRST_CHUNKS + NEXT_CHUNKS)]))


def build_preloads(html: str) -> str:
    """The end of the head: what the map and its frame will ask for is fetched early and once."""
    early = [chunk for chunk in find_chunks(FIRST_CHUNKS) if f'"./{chunk[1:]}"' not in html]
    links = [f'<link rel="modulepreload" crossorigin href=".{chunk}" />' for chunk in early]
    last = [chunk for chunk in find_chunks(NEXT_CHUNKS) if f'"./{chunk[1:]}"' not in html]
    chunks = [f".{chunk}" for chunk in [find_folium_script(), *last]]
    code = relative_address(asset_url("code", ""))
    first = [relative_address(path) for path in critical_assets()]
    script = fill_script(
        "server/preload.js",
        "PRELOAD_VALUES",
        code=[chunks[0], *(address for address in first if address.startswith(code))],
        others=[address for address in first if not address.startswith(code)]
        + [*(relative_address(path) for path in prefetch_assets()), *chunks[1:]],
    )
    # Addresses of documents of the day stand apart from the script: its hash is that of every day.
    spoken = write_json(
        {
            language: [relative_address(path) for path in critical_assets_in(language)]
            for language in LANGUAGES
        }
    )
    data = f'<script type="application/json" id="atlas-spoken">{spoken}</script>'
    return "\n".join([*links, data, f"<script>{script}</script>", "</head>"])


def fill_script(path: str, name: str, **values: object) -> str:
    """An inline script with JSON in the place of the one name that it leaves open.

    ValueError when the built script has that name more or less than once.
    """
    script = read_built(path).strip()
    if script.count(name) != 1:
        raise ValueError(f"{path} has {name} {script.count(name)} times, not once")
    return script.replace(name, write_json(values))


def write_json(value: object) -> str:
    """JSON that may stand within a script element."""
    return json.dumps(value).replace("<", "\\u003c")
