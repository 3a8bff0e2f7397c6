#!/usr/bin/env bash
# iso-3166-2 1.0.0 (npm), pycountry 26.2.16 and iso3166-2 1.8.4 (PyPI): codes of the regions of states.
# Seen: for Kazakhstan the JavaScript list and the Python ones have not one code in common: letters, 16 regions, in the
# first (KZ-ALA, KZ-YUZ), numbers, 20 regions, since the change of 2022 in the others (KZ-75, KZ-61). For
# Tajikistan the first lacks the districts around the capital (TJ-RA). Places of the crisis of January 2022 joined on
# these codes come back empty.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pycountry==26.2.16 iso3166-2==1.8.4 2>/dev/null
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund iso-3166-2@1.0.0
node -e 'const iso = require("iso-3166-2"); console.log(JSON.stringify(Object.fromEntries(["KZ", "TJ"].map((code) => [code, Object.keys(iso.country(code).sub)]))))' > npm.json
"$folder/venv/bin/python" - <<'PY'
import json
import sys
from pathlib import Path

import pycountry
from iso3166_2 import Subdivisions

npm = {country: set(codes) for country, codes in json.loads(Path("npm.json").read_text()).items()}
debian = {c: {each.code for each in pycountry.subdivisions.get(country_code=c)} for c in npm}
other = {country: set(Subdivisions()[country]) for country in npm}
for country in npm:
    print(country, sorted(npm[country]), sorted(debian[country]), debian[country] == other[country])
same = debian == other and len(npm["KZ"]) == 16 and len(debian["KZ"]) == 20
sys.exit(0 if same and not npm["KZ"] & debian["KZ"] and debian["TJ"] - npm["TJ"] == {"TJ-RA"} else 1)
PY
