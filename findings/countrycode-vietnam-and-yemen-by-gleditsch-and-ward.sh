#!/usr/bin/env bash
# countrycode 0.6.0 (PyPI), a port of the package for R that converts the country numbers of conflict data.
# Seen: the list of Gleditsch and Ward, which UCDP's tables use, numbers the present Vietnam 816 and the present Yemen
# 678; 817 and 680 are the southern states that ended in 1975 and 1990. Here 817 is the present Vietnam, 816 nobody,
# and no number leads to the present Yemen, so every event of its wars loses its country. With the numbers of the
# Correlates of War the same befalls Serbia, which keeps Yugoslavia's 345, and Kosovo. The answer is None, unwarned.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet countrycode==0.6.0 2>/dev/null
"$folder/venv/bin/python" -W error - <<'PY'
import sys

from countrycode import countrycode

seen = {
    "GW to ISO": countrycode([816, 817, 678, 680, 365], origin="gwn", destination="iso3c"),
    "GW to names": countrycode([816, 817, 678, 680], origin="gwn", destination="country.name"),
    "names to GW": countrycode(["Vietnam", "Yemen"], origin="country.name", destination="gwn"),
    "COW to ISO": countrycode([816, 679, 345, 347], origin="cown", destination="iso3c"),
    "Serbia to COW": countrycode(["Serbia"], origin="country.name", destination="cown"),
}
for label, codes in seen.items():
    print(label, codes)
wanted = {
    "GW to ISO": [None, "VNM", None, None, "RUS"],
    "GW to names": [None, "Vietnam", "Yemen Arab Republic", "Yemen People's Republic"],
    "names to GW": [817, None],
    "COW to ISO": ["VNM", "YEM", None, None],
    "Serbia to COW": [None],
}
sys.exit(0 if seen == wanted else 1)
PY
