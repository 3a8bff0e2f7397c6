#!/usr/bin/env bash
# citation-js 0.7.22 with its plugin for BibTeX (npm), with the settings it comes with.
# Seen: a reference with a Russian title and author goes out as RIS whole, but as BibTeX and as BibLaTeX without a
# single Cyrillic letter: the title is two spaces, the author ", . .", and nothing is said. Both formats read UTF-8
# since biber and bibtexu. A reference manager built on it hands on an empty entry for every source of this field
# that is not in English.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund citation-js@0.7.22
cat > look.mjs <<'JS'
import { createRequire } from "node:module";
const Cite = createRequire(import.meta.url)("citation-js");
const source = new Cite({
  id: "a",
  type: "document",
  title: "О помощи Армении",
  author: [{ family: "Лукашенко", given: "А. Г." }],
  issued: { "date-parts": [[2020, 9, 27]] },
});
const seen = Object.fromEntries(["bibtex", "biblatex", "ris"].map((format) => [format, source.format(format)]));
for (const text of Object.values(seen)) console.log(text);
const cyrillic = (text) => /\p{Script=Cyrillic}/u.test(text);
process.exit(cyrillic(seen.ris) && !cyrillic(seen.bibtex) && !cyrillic(seen.biblatex) ? 0 : 1);
JS
node look.mjs
