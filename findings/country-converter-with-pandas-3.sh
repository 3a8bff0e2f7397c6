#!/usr/bin/env bash
# country_converter 1.3.2 with pandas 3.1.1 (PyPI).
# Seen: no converter can be made, not even with default settings: CountryConverter() raises TypeError from
# re.compile before any name is looked up, as its table of two-letter codes then holds a missing value.
# The package declares no upper bound for pandas, so a fresh install gets this pair. With pandas 2.3.3 the
# same release works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/look.py" <<'PY'
import sys

import country_converter
import pandas

try:
    seen = country_converter.CountryConverter().convert("Armenia", to="GWcode")
except TypeError as error:
    seen = f"TypeError: {error}"
print(f"pandas {pandas.__version__}: {seen}")
sys.exit(0 if str(seen).startswith(sys.argv[1]) else 1)
PY
for pair in "3.1.1=TypeError" "2.3.3=371"; do
  python3 -m venv "$folder/${pair%%=*}"
  "$folder/${pair%%=*}/bin/pip" install --quiet country_converter==1.3.2 "pandas==${pair%%=*}" 2>/dev/null
  "$folder/${pair%%=*}/bin/python" "$folder/look.py" "${pair#*=}"
done
