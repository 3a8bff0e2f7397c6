"""The page Streamlit sends first, rewritten: name, fonts, and what the map will need, preloaded."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.language.speech import LANGUAGE_NAMES, LANGUAGES
from components.server.address import (
    app_path,
    count_folders,
    read_public_url,
    relative_address,
)
from components.server.assets import asset_url, first_needed, first_needed_in, next_needed
from components.server.errors import answer_not_found
from components.server.frontend import (
    FIRST_CHUNKS,
    NEXT_CHUNKS,
    STREAMLIT,
    find_chunks,
    find_folium_script,
)
from components.server.packed import NO_CACHE, PackedFile, answer_with
from components.server.texts import (
    say_description,
    say_everywhere,
    say_large_type,
    say_lost_everywhere,
    say_noscript,
    say_skip,
    say_title,
)
from components.server.theme import read_theme
from components.share.head import find_page
from components.site.bundle import bundle_modules

HERE = Path(__file__).parent
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
OUTSIDE_SCRIPTS = re.compile(r"(<script>.*?</script>)", re.DOTALL)
# Where the page says how its address lies to the app's root; `shell.js` reads it.
ROOT_PLACE = 'data-root="./"'
# Addresses in the page, from the app's root.
RELATIVE = re.compile(r'((?:href|src|data-root)="|url\(")\./')
MOST_FOLDERS = 8
CONDITIONAL = {b"if-none-match", b"if-modified-since", b"range", b"if-range"}


@dataclass(frozen=True)
class Shell:
    """The rewritten page and the hashes its inline scripts are allowed by."""

    page: PackedFile
    script_hashes: tuple[str, ...]


@cache
def build_shell() -> Shell:
    """The shell of this process, made once."""
    html = rewrite_shell((STREAMLIT / "index.html").read_text(encoding="utf-8"))
    page = PackedFile(html.encode(), "index.html", NO_CACHE)
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
        "shell.js",
        light=read_theme("light"),
        dark=read_theme("dark"),
        languages=LANGUAGES,
        titles=say_everywhere(say_title),
        types=say_everywhere(say_large_type),
        skips=say_everywhere(say_skip),
        lost=say_lost_everywhere(),
    )
    begin = bundle_modules(read_page_modules(), "page/begin.js", "atlasBegin")
    html = replace_once(html, r"<script>.*?</script>", f"<script>{begin}{script}</script>")
    html = replace_once(html, r"<noscript>.*?</noscript>", build_body_start())
    html = replace_once(html, r"<html lang=\"en\">", f'<html lang="en" {ROOT_PLACE}>')
    return replace_once(html, r"</head>", build_preloads(html))


@cache
def place_shell(folders: int, *, home: bool) -> str:
    """The page for an address so many folders below the app's root; its scripts stay as they are.

    The page at the root itself is told so, as its address may lack the slash.
    """
    html = build_shell().page.content.decode()
    if home:
        html = html.replace(ROOT_PLACE, f"{ROOT_PLACE} data-home", 1)
    if not folders:
        return html
    parts = OUTSIDE_SCRIPTS.split(html)
    parts[::2] = [RELATIVE.sub(rf"\g<1>{'../' * folders}", part) for part in parts[::2]]
    return "".join(parts)


def replace_once(html: str, pattern: str, replacement: str) -> str:
    """Replace the one match of a pattern; ValueError when there is not exactly one."""
    changed, count = re.subn(pattern, lambda _: replacement, html, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"Streamlit's index.html has {count} matches of {pattern!r}, not one")
    return changed


def build_body_start() -> str:
    """What stands before the app: a way past the head, size of type, language, and a word to those
    without scripts."""
    choices = " ".join(
        f'<a lang="{code}" hreflang="{code}" title="{name}" href="?lang={code}">{code.upper()}</a>'
        for code, name in LANGUAGE_NAMES.items()
    )
    excuses = "".join(
        f'<p lang="{code}">{escape(excuse)}</p>'
        for code, excuse in say_everywhere(say_noscript).items()
    )
    return (
        '<a class="atlas-skip" href="#root"></a>\n'
        '<div class="atlas-corner"><button class="atlas-type" type="button">Aa</button>\n'
        f'<nav class="atlas-language" aria-label="Language · Язык">{choices}</nav></div>\n'
        f"<noscript>{excuses}</noscript>"
    )


def read_page_modules() -> dict[str, str]:
    """The modules that run before the page is painted, by path."""
    folder = HERE.parent / "page"
    return {f"page/{path.name}": path.read_text(encoding="utf-8") for path in folder.glob("*.js")}


def build_icon_link() -> str:
    """The link to the icon, carried in the page itself."""
    icon = base64.b64encode((HERE / "favicon.svg").read_bytes()).decode()
    return f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{icon}" />'


def build_head() -> str:
    """Title, description, colours before the first paint, and the two typefaces."""
    fonts = (HERE.parent / "vendor" / "fonts" / "fonts.css").read_text(encoding="utf-8")
    fonts = fonts.replace('url("', f'url("{relative_address(asset_url("fonts", ""))}')
    page, printed = (
        relative_address(asset_url("code", f"page/{name}.css")) for name in ("page", "print")
    )
    paper, night = read_theme("light")["backgroundColor"], read_theme("dark")["backgroundColor"]
    return "\n".join(
        [
            f"<title>{escape(say_title())}</title>",
            f'<link rel="stylesheet" href="{page}" />',
            f'<link rel="stylesheet" media="print" href="{printed}" />',
            f'<meta name="description" content="{escape(say_description())}" />',
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
    first = [relative_address(path) for path in first_needed()]
    script = fill_script(
        "preload.js",
        code=[chunks[0], *(address for address in first if address.startswith(code))],
        spoken={
            language: [relative_address(path) for path in first_needed_in(language)]
            for language in LANGUAGES
        },
        others=[address for address in first if not address.startswith(code)]
        + [*(relative_address(path) for path in next_needed()), *chunks[1:]],
    )
    return "\n".join([*links, f"<script>{script}</script>", "</head>"])


def fill_script(name: str, **values: object) -> str:
    """An inline script with its {{placeholders}} replaced by JSON."""
    script = (HERE / name).read_text(encoding="utf-8")
    for key, value in values.items():
        script = script.replace("{{" + key + "}}", json.dumps(value).replace("<", "\\u003c"))
    return script


class RewrittenShell:
    """Middleware that sends the rewritten shell wherever Streamlit would send its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app
        # A wrong value is told at start, not to the first visitor.
        read_public_url(os.environ)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let Streamlit decide what to answer; replace the body when that is its shell."""
        if scope["type"] != "http" or app_path(scope).startswith("/component/"):
            await self.app(scope, receive, send)
            return
        # Routing changes the scope.
        request = Request(dict(scope))
        headers = [pair for pair in scope["headers"] if pair[0] not in CONDITIONAL]
        replaced = False

        async def send_shell(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and is_shell(message):
                replaced = True
                await answer_shell(request)(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app({**scope, "headers": headers}, receive, send_shell)


def answer_shell(request: Request) -> Response:
    """The shell for the address of a request; nothing of the atlas lies many folders deep."""
    folders = count_folders(request.scope)
    if folders > MOST_FOLDERS:
        return answer_not_found()
    html = place_shell(folders, home=app_path(request.scope) == "/")
    return answer_with(find_page(request, html), request)


def is_shell(message: Message) -> bool:
    """Whether the start of an answer announces a page; a page to be saved is not the shell."""
    headers = Headers(raw=message["headers"])
    shown = headers.get("content-type", "").startswith("text/html")
    return bool(message["status"] == 200 and shown and "content-disposition" not in headers)
