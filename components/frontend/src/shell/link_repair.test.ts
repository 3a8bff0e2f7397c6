import { expect, it } from "vitest";
import { mendQuery } from "./link_repair.ts";

const WHOLE = "?event=april-war-2016&toward=AZE";

it.each([")", ".", "),", "%29", "%3E", ">", "%E2%80%9D", "»", "!?", "%22%3E"])("a mark after a link is none of it: %s", (mark) => {
  expect(mendQuery(WHOLE + mark)).toBe(WHOLE);
});
it.each(["&amp;", "&amp%3B", "&AMP;", "&#38;"])("an escaped sign between parameters is a sign: %s", (sign) => {
  expect(mendQuery(WHOLE.replace("&", sign))).toBe(WHOLE);
});
it.each([
  "",
  WHOLE,
  "?year=1999&at=41.2,60,5.5",
  "?layers=none",
  "?build",
  "?q=what%3F",
  "?q=amp;&q=war.",
  "?%E0%A4%A=1",
  "?b-year=1994&lang=ru",
])("a whole link stays as it is: %s", (search) => expect(mendQuery(search)).toBe(search));
