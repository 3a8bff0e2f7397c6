#!/usr/bin/env bash
# geojson2shp 0.5.0 (npm), which writes shapefiles; pyshp 3.1.6 and GDAL in pyogrio 0.13.0 (PyPI) read them.
# Seen: the minus of a negative number is written at the left edge of its cell and the digits at the right, with blanks
# between. pyshp finds no number there; GDAL, and so QGIS and GeoPandas, reads 0 and says so only in a warning. Of
# stances from -1 (against) to 1 (for), every "against" so becomes "neutral". Zero and positive numbers survive.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund geojson2shp@0.5.0
cat > write.cjs <<'JS'
const { convert } = require("geojson2shp");
const features = [-1, 0, 1, -0.25].map((stance, index) => ({
  type: "Feature",
  properties: { stance },
  geometry: { type: "Point", coordinates: [44 + index, 40] },
}));
convert({ type: "FeatureCollection", features }, "stances.zip", { layer: "stances" });
JS
node write.cjs
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyogrio==0.13.0 pyshp==3.1.6 numpy==2.4.6
cat > read.py <<'PY'
import io
import warnings
import zipfile

import pyogrio
import shapefile

with zipfile.ZipFile("stances.zip") as archive:
    table = archive.read("stances.dbf")
by_pyshp = [record[0] for record in shapefile.Reader(dbf=io.BytesIO(table)).records()]
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    by_gdal = [float(value) for value in pyogrio.raw.read("/vsizip/stances.zip")[3][0]]
print(by_pyshp, by_gdal, len(said))
assert b"-            1." in table
assert by_pyshp == [None, 0.0, 1.0, None]
assert by_gdal == [0.0, 0.0, 1.0, 0.0]
PY
env/bin/python read.py
