#!/usr/bin/env bash
# pycountry 26.2.16 (PyPI), which carries Debian's iso-codes.
# Seen: the code of the Soviet Union is dated as withdrawn on 1992-08-30, eight months after the state had
# ended: the date is that of the standard's change, not of the event, so it cannot bound a time series. Of
# Yugoslavia the date is 2003-07-23 although the numeric code is told to have changed in 1992. A fuzzy
# search for Kosovo answers Serbia and one for Abkhazia Georgia, from names of subdivisions, with no sign
# that what was found is no country.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pycountry==26.2.16 2>/dev/null
"$folder/venv/bin/python" - <<'PY'
import sys

import pycountry

withdrawn = {
    code: pycountry.historic_countries.get(alpha_3=code).withdrawal_date for code in ("SUN", "YUG")
}
found = {
    name: [country.alpha_3 for country in pycountry.countries.search_fuzzy(name)]
    for name in ("Kosovo", "Abkhazia")
}
print(withdrawn, found)
wanted = ({"SUN": "1992-08-30", "YUG": "2003-07-23"}, {"Kosovo": ["SRB"], "Abkhazia": ["GEO"]})
sys.exit(0 if (withdrawn, found) == wanted else 1)
PY
