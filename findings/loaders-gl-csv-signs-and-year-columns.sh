#!/usr/bin/env bash
# @loaders.gl/core and @loaders.gl/csv 4.5.2 (npm), the readers behind kepler.gl and deck.gl, with their defaults.
# Seen: in a column of signed scores "-2" becomes a number and "+3" stays text, so a scale from +3 to -3 is half of
# each; the country code "020" becomes 20. And a wide table whose head has years (name,1992,1994) is taken for a table
# without a head: the head becomes the first row and the columns are called column1, column2, column3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @loaders.gl/core@4.5.2 @loaders.gl/csv@4.5.2
cat > look.mjs <<'JS'
import { parse } from "@loaders.gl/core";
import { CSVLoader } from "@loaders.gl/csv";
const read = async (text) => (await parse(text, CSVLoader, { csv: { shape: "object-row-table" } })).data;
const scores = await read("code,score\n020,+3\n398,-2\n");
const wide = await read("name,1992,1994\nARM,1,2\n");
console.log(JSON.stringify({ scores, wide }));
const same =
  JSON.stringify(scores) === '[{"code":20,"score":"+3"},{"code":398,"score":-2}]' &&
  JSON.stringify(wide) === '[{"column1":"name","column2":1992,"column3":1994},{"column1":"ARM","column2":1,"column3":2}]';
process.exit(same ? 0 : 1);
JS
node look.mjs
