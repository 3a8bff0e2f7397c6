#!/usr/bin/env bash
# @citation-js/core and @citation-js/plugin-ris 0.8.2 (npm), reading and writing RIS with the settings they come with.
# Seen: whether a date survives depends on the kind of reference. DA with year, month and day is read from a report and
# an article, but a newspaper item or a chapter with the same line has no date at all; with PY beside it only the year.
# Written as RIS, a newspaper article loses its author and the day: the result has the year alone. Newspapers are what
# events of one day are sourced from, and an entry without day and author is valid, so nothing tells of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null
cat > look.cjs <<'JS'
const assert = require("node:assert");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");

const read = (kind, ...lines) =>
  new Cite([`TY  - ${kind}`, "AU  - Lavrov, Sergey", "TI  - Note", ...lines, "ER  - ", ""].join("\n")).data[0];
const seen = {};
for (const kind of ["RPRT", "JOUR", "NEWS", "CHAP"])
  seen[kind] = [read(kind, "DA  - 1992/05/15/"), read(kind, "PY  - 1992", "DA  - 1992/05/15/")].map(
    (item) => item.issued?.["date-parts"][0].join("-") ?? "none",
  );
const source = {
  id: "a",
  type: "article-newspaper",
  title: "Note",
  author: [{ family: "Lavrov", given: "Sergey" }],
  issued: { "date-parts": [[1992, 5, 15]] },
};
const written = new Cite([source]).format("ris");
const report = new Cite([{ ...source, type: "report" }]).format("ris");
console.log(seen);
console.log(written);
console.log(report);
assert.deepStrictEqual(seen, {
  RPRT: ["1992-5-15", "1992-5-15"],
  JOUR: ["1992-5-15", "1992-5-15"],
  NEWS: ["none", "1992"],
  CHAP: ["none", "1992"],
});
assert.ok(/^PY  - 1992$/m.test(written) && !/^(DA|AU) /m.test(written));
assert.ok(/^DA  - 1992\/5\/15/m.test(report) && /^AU  - Lavrov/m.test(report));
JS
node look.cjs
