#!/usr/bin/env bash
# krippendorff 0.9.0 (PyPI).
# Seen: coders who agree on every unit raise an error when they used one code only ("more than one value in
# the domain"), and so does a resample of real codes that happens to draw one code. A bootstrap interval of
# alpha must therefore decide what such a draw counts as; the exception is a plain ValueError, the same
# type that wrong arguments give. Naming the whole scale in value_domain does not raise: the
# result is nan with a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet krippendorff==0.9.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import math
import sys

import krippendorff

codes = [[2, 2, 2], [2, 2, 2]]
try:
    seen = str(krippendorff.alpha(reliability_data=codes, level_of_measurement="ordinal"))
except ValueError as error:
    seen = f"ValueError: {error}"
whole = krippendorff.alpha(
    reliability_data=codes, level_of_measurement="ordinal", value_domain=[-3, -2, -1, 0, 1, 2, 3]
)
print(seen, whole, sep="\n")
sys.exit(0 if seen.startswith("ValueError: There has to be more than one") and math.isnan(whole) else 1)
PY
