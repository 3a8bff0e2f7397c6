// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { markRepeated } from "./print.ts";

test("an address is printed once, at its last link, and again only if the page has changed", () => {
  const page = document.createElement("main");
  for (const href of ["http://localhost/1", "http://localhost/2", "http://localhost/1", "?year=2016"]) {
    const link = document.createElement("a");
    link.setAttribute("href", href);
    page.append(link);
  }
  const repeated = () => [...page.querySelectorAll("a")].map((link) => link.hasAttribute("data-repeated"));
  markRepeated(page);
  expect(repeated()).toEqual([true, false, false, false]);
  page.querySelectorAll("a")[2].remove();
  markRepeated(page);
  expect(repeated()).toEqual([false, false, false]);
});
