#!/usr/bin/env bash
# lunr-languages 1.22.0 with lunr 2.3.9, and @orama/stemmers 3.1.18 (npm): two copies of Snowball's Russian.
# Seen: names of this record fall apart by their case. Казахстан and Казахстана become казахста (the last н
# is cut as if of a verb), Казахстану and Казахстане stay казахстан; Пашинян goes from Пашиняну in the same
# way, and Токаев (тока) from every other form of itself (токаев). Путин and Рахмон hold together. An index
# of stems so finds some forms of one president and loses those of another; a list of names is needed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lunr@2.3.9 lunr-languages@1.22.0 @orama/stemmers@3.1.18
cat > look.mjs <<'JS'
import { createRequire } from "node:module";
import { stemmer } from "@orama/stemmers/russian";
const require = createRequire(import.meta.url);
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.ru")(lunr);
const forms = {
  "казахстан казахстана казахстану казахстане": 2,
  "пашинян пашиняна пашиняну": 2,
  "токаев токаева токаеву": 2,
  "путин путина путину": 1,
  "рахмон рахмона рахмону": 1,
};
let same = true;
for (const [words, stems] of Object.entries(forms)) {
  const byLunr = words.split(" ").map((word) => lunr.ru.stemmer(new lunr.Token(word)).toString());
  const byOrama = words.split(" ").map((word) => stemmer(word));
  console.log(words, "->", byLunr.join(" "), "|", byOrama.join(" "));
  same &&= new Set(byLunr).size === stems && new Set(byOrama).size === stems;
}
const index = lunr(function () {
  this.use(lunr.ru);
  this.ref("id");
  this.field("text");
  this.add({ id: "1", text: "Помощь Казахстану" });
});
const found = ["казахстану", "казахстан"].map((word) => index.search(word).length);
console.log("found", found);
process.exit(same && found.join() === "1,0" ? 0 : 1);
JS
node look.mjs
