#!/usr/bin/env bash
# statsmodels 0.15.0 with numpy 1.26.4, scipy 1.12.0 and pandas 2.3.3 (PyPI).
# Seen: aggregate_raters, which prepares ratings for fleiss_kappa, takes a missing code (nan) for a category of
# its own: its list of categories ends with nan, and a coder who skipped a unit counts as one who disagreed.
# Coders who agree on every unit that both have coded get a kappa below 1, with no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet statsmodels==0.15.0 numpy==1.26.4 scipy==1.12.0 pandas==2.3.3 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

import numpy
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

seen = {}
for name, last in (("all coded", 1), ("one skipped", numpy.nan)):
    ratings = numpy.array([[1, 1], [2, 2], [3, 3], [2, 2], [1, last]], dtype=float)
    table, categories = aggregate_raters(ratings)
    seen[name] = ([str(one) for one in categories], round(float(fleiss_kappa(table)), 3))
print(seen)
categories, kappa = seen["one skipped"]
sys.exit(0 if seen["all coded"][1] == 1 and categories[-1] == "nan" and kappa < 0.8 else 1)
PY
