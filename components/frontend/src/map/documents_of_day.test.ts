// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { pickDay } from "./documents_of_day.ts";
import type { MapUrls } from "./urls.ts";

const GIVEN = {
  record: { en: "../../atlas/record-today/atlas-en.json", ru: "../../atlas/record-today/atlas-ru.json" },
  words: { en: "../../atlas/record-today/words-en.json" },
  shapes: "../../atlas/shapes-ba15/",
} as unknown as MapUrls;

function writePage(addresses: string[]) {
  const script = document.createElement("script");
  script.type = "application/json";
  script.id = "atlas-spoken";
  script.textContent = JSON.stringify({ en: addresses });
  document.body.append(script);
}

afterEach(() => document.body.replaceChildren());

test("the page around names the documents of its day", () => {
  writePage(["./atlas/fonts-5b17/latin.woff2", "./atlas/record-b356fcc60333/atlas-en.json"]);
  expect(pickDay(GIVEN, document)).toEqual({
    ...GIVEN,
    record: { en: "../../atlas/record-b356fcc60333/atlas-en.json", ru: "../../atlas/record-b356fcc60333/atlas-ru.json" },
    words: { en: "../../atlas/record-b356fcc60333/words-en.json" },
  });
});

test("without its word the addresses lead there by themselves", () => {
  expect(pickDay(GIVEN, document)).toEqual(GIVEN);
  writePage(["./atlas/fonts-5b17/latin.woff2"]);
  expect(pickDay(GIVEN, document)).toEqual(GIVEN);
});
