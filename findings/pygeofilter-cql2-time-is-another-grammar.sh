#!/usr/bin/env bash
# pygeofilter 0.4.0 (PyPI), the reader of OGC filters behind pygeoapi, for the text form of CQL2.
# Seen: of the standard's ways to ask for a time only the plain comparison is read. The functions T_AFTER(a, b) and
# T_DURING(a, b), as the standard writes them, are syntax errors, as is an interval of two dates or of two properties;
# the parser wants the operator between its sides and both ends of an interval as moments with a clock. A name with
# a doubled quote, the standard's escape, is refused too. So "events during the war" has no query both understand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pygeofilter==0.4.0 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys

from lark.exceptions import UnexpectedInput
from pygeofilter.parsers.cql2_text import parse

READ = {
    "day >= DATE('2020-09-27')": True,
    "T_AFTER(day, DATE('2020-09-26'))": False,
    "T_DURING(day, INTERVAL('2020-09-27', '2020-11-10'))": False,
    "T_INTERSECTS(INTERVAL(start, stop), INTERVAL('2020-09-27', '2020-11-10'))": False,
    "day T_DURING INTERVAL('2020-09-27T00:00:00Z', '2020-11-10T00:00:00Z')": True,
    "day T_DURING INTERVAL('2020-09-27', '2020-11-10')": False,
    "name = 'Cote d''Ivoire'": False,
}


def is_read(text: str) -> bool:
    try:
        parse(text)
    except UnexpectedInput:
        return False
    return True


seen = {text: is_read(text) for text in READ}
for text, read in seen.items():
    print("read   " if read else "refused", text)
sys.exit(0 if seen == READ else 1)
PY
