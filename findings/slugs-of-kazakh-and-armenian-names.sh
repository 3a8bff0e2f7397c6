#!/usr/bin/env bash
# slugify 1.6.9 and @sindresorhus/slugify 3.0.1 (npm), python-slugify 9.2.0 with text-unidecode 1.3 (PyPI): they make
# the Latin words of addresses, files and ids from names.
# Seen: a Russian name comes out whole, but names in Kazakh and Armenian lose letters, other ones in each package.
# Қазақстан is KHazakhstan, aza-stan, kazakstan; in the first Հայաստան is the one letter H, and Երևան is EEV. The Kazakh
# ә is written @ by the Python table, a sign that slugs drop: the name of Azerbaijan loses its first letter, that of
# Tajikistan gets a hyphen. Nothing is said, so a key that two tools make of one name is not the same key.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund slugify@1.6.9 @sindresorhus/slugify@3.0.1 >/dev/null
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check python-slugify==9.2.0 text-unidecode==1.3 2>/dev/null
cat > look.mjs <<'JS'
import other from "@sindresorhus/slugify";
import slugify from "slugify";

for (const name of process.argv.slice(2)) console.log(name, slugify(name), other(name));
JS
cat > look.py <<'PY'
import sys

from slugify import slugify

for name in sys.argv[1:]:
    print(name, slugify(name))
PY
names=(Пашинян Қазақстан Әзербайжан Тәжікстан Հայաստան Երևան)
node look.mjs "${names[@]}" | tee npm.txt
env/bin/python look.py "${names[@]}" | tee pypi.txt
diff npm.txt - <<'SEEN'
Пашинян Pashinyan pashinyan
Қазақстан KHazakhstan aza-stan
Әзербайжан AEzerbajzhan zerbayzhan
Тәжікстан Taezhikstan t-zhikstan
Հայաստան H hayastan
Երևան EEV yeryevan
SEEN
diff pypi.txt - <<'SEEN'
Пашинян pashinian
Қазақстан kazakstan
Әзербайжан zerbaizhan
Тәжікстан t-zhikstan
Հայաստան hayastan
Երևան erewan
SEEN
