#!/usr/bin/env bash
# @tmcw/togeojson 7.1.3 with @xmldom/xmldom 0.9.12 (npm).
# Seen: what a KML placemark carries as extended data overwrites its own fields. A Data element called name
# or description, as tables turned to KML have, replaces the placemark's name and description, which are
# then nowhere in the result. A typed column is read as its schema says: the code 051 in an int field is
# 51, while 051 in an untyped Data element stays text, so one file can hold both forms of a key. A span
# with no end has the end "", which sorts before every date.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12
cat > look.mjs <<'JS'
import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
const text = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Schema name="s" id="s"><SimpleField type="int" name="typed"/></Schema>
<Placemark><name>Base 102</name><description>Gyumri</description><TimeSpan><begin>1992-08</begin></TimeSpan>
<ExtendedData><Data name="name"><value>Armenia</value></Data><Data name="description"><value>row 7</value></Data>
<Data name="untyped"><value>051</value></Data>
<SchemaData schemaUrl="#s"><SimpleData name="typed">051</SimpleData></SchemaData></ExtendedData>
<Point><coordinates>43.8,40.8</coordinates></Point></Placemark></Document></kml>`;
const seen = kml(new DOMParser().parseFromString(text, "text/xml")).features[0].properties;
console.log(JSON.stringify(seen));
const right = seen.name === "Armenia" && seen.description === "row 7" && seen.typed === 51 && seen.untyped === "051"
  && seen.timespan.end === "" && !JSON.stringify(seen).includes("Base 102");
process.exit(right ? 0 : 1);
JS
node look.mjs
