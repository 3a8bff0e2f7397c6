// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAddresses } from "./link_rewriter.ts";
import { openEvents } from "./event_page.ts";
import { chooseLanguage } from "./locale_redirect.ts";
import { completeLinks } from "./header.ts";
import { readSettings } from "./settings.ts";

beforeEach(() => {
  history.replaceState(null, "", "/site/events/index.html");
  window.atlasSite = { documents: {}, pages: { events: ["war", "peace"], members: ["ARM"] } };
});
afterEach(() => {
  delete window.atlasSite;
  localStorage.clear();
  document.body.replaceChildren();
});

describe("addresses of the site", () => {
  const { address, hasPage, follow } = createAddresses({ root: "../", kind: "events" }, "en");
  const at = (page: string, query: string, hash = "") => address(page, new URLSearchParams(query), hash);

  it("of an event is that of its page", () => {
    expect(at("events", "event=war&toward=ARM", "#part-2")).toBe("../events/war.html?toward=ARM#part-2");
  });
  it("of what has no page is that of all, with the parameter", () => {
    expect(at("events", "event=unknown")).toBe("../events/index.html?event=unknown");
    expect(at("members", "panel=ARM")).toBe("../members/ARM.html");
    expect(at("method", "")).toBe("../method/index.html");
  });
  it("of the map is the site's root", () => {
    expect(at("", "year=1999")).toBe("../index.html?year=1999");
  });
  it("of another language is in its folder, in place of the parameter", () => {
    expect(at("events", "event=war&lang=ru")).toBe("../ru/events/war.html");
    expect(at("events", "event=war&lang=qps")).toBe("../qps/events/war.html");
    expect(at("events", "event=war&lang=fr")).toBe("../events/war.html");
    expect(createAddresses({ root: "../../", kind: "events" }, "ru").address("", new URLSearchParams("lang=en"))).toBe("../../index.html");
  });
  it("asks the list of pages, not what every object has", () => {
    expect([hasPage("events", "peace"), hasPage("events", "constructor"), hasPage("compare", "war")]).toEqual([true, false, false]);
  });
  it("take the place of the app's in the page, now and later", async () => {
    const link = (href: string) => Object.assign(document.createElement("a"), { href });
    const kept = ["#part-1", "http://localhost:1/x", "other.html"];
    document.body.append(link("events?event=war"), ...kept.map(link));
    follow();
    const late = link("./?year=1999");
    const own = link("?event=peace");
    document.body.append(late, own);
    await vi.waitFor(() => expect(own.getAttribute("href")).toBe("../events/peace.html"));
    expect(late.getAttribute("href")).toBe("../index.html?year=1999");
    expect([...document.querySelectorAll("a")].map((each) => each.getAttribute("href")).slice(0, 4)).toEqual([
      "../events/war.html",
      ...kept,
    ]);
  });
});

describe("what a page says of itself", () => {
  const script = "../../assets/pages-0.js";
  const readAt = (address: string, from: string = script, language: string = "ru") => {
    history.replaceState(null, "", address);
    document.body.id = "atlas-page";
    document.body.dataset.kind = "event";
    return readSettings(from, language);
  };

  it("is its kind, and where it is on the site", () => {
    const own = { kind: "event", root: "../../", path: "events/war.html", name: "war" };
    expect(readAt("/some%20folder/atlas/ru/events/war.html?toward=ARM#part-2")).toMatchObject(own);
    expect(readAt("/events/war.html", "../assets/pages-0.js", "en")).toMatchObject({ ...own, root: "../" });
  });
  it("is the same where a host shows a folder, or no ending", () => {
    expect(readAt("/ru/events/")).toMatchObject({ path: "events/index.html", name: "index" });
    expect(readAt("/ru/", "../assets/pages-0.js")).toMatchObject({ root: "../", path: "index.html" });
    expect(readAt("/atlas/", "assets/pages-0.js", "en")).toMatchObject({ root: "", path: "index.html" });
    expect(readAt("/ru/events/war")).toMatchObject({ path: "events/war", name: "war" });
  });
  it("is in its element where it is one file", () => {
    const held = document.createElement("script");
    Object.assign(held, { type: "application/json", id: "atlas-page", textContent: '{"kind":"map","alone":true}' });
    document.body.removeAttribute("id");
    document.body.append(held);
    expect(readSettings("", "en")).toEqual({ kind: "map", alone: true });
  });
});

describe("the list of events", () => {
  it("leaves the requests, as the address says", async () => {
    const list = document.createElement("main");
    const event = (id: string, asked: boolean) => {
      const item = Object.assign(document.createElement("li"), { id, textContent: id });
      if (asked) item.append(document.createElement("p"));
      return item;
    };
    const years = [[event("war", true), event("summit", false)], [event("drill", false)]];
    const article = document.createElement("article");
    article.append(document.createElement("h1"));
    for (const items of years) {
      const year = document.createElement("ul");
      year.append(...items);
      article.append(document.createElement("h2"), year);
    }
    list.append(article);
    document.body.append(list);
    openEvents({ addresses: createAddresses({ root: "../", kind: "events" }, "en"), language: "en" } as never);
    await vi.waitFor(() => expect(document.querySelector(".requests-only")).not.toBeNull());
    const button = document.querySelector(".requests-only") as HTMLElement;
    const shown = () => [...document.querySelectorAll<HTMLElement>("li, h2")].filter((each) => !each.hidden).length;
    expect(shown()).toBe(5);
    button.click();
    expect([shown(), location.search, button.getAttribute("aria-pressed")]).toEqual([2, "?response=asked", "true"]);
    button.click();
    expect([shown(), location.search]).toEqual([5, ""]);
  });
});

describe("the header of a page of the site", () => {
  const pages: [string, string][] = [
    ["index.html", "Map"],
    ["events/index.html", "Events"],
    ["members/index.html", "Members"],
  ];
  const readLinks = () => [...document.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent]);

  it("has the links that it was left without, and keeps its own", () => {
    const header = Object.assign(document.createElement("nav"), { className: "site-pages" });
    const own = Object.assign(document.createElement("a"), { href: "../events/index.html", textContent: "Events" });
    own.setAttribute("aria-current", "page");
    header.append(own);
    document.body.append(header);
    completeLinks(pages, "events/war.html");
    expect(readLinks()).toEqual([
      ["../index.html", "Map"],
      ["../events/index.html", "Events"],
      ["../members/index.html", "Members"],
    ]);
    expect(header.querySelector("[aria-current]")).toBe(own);
  });
});

describe("the language of a page of the site", () => {
  const page = { root: "../", path: "events/index.html" };
  const speakBrowser = (language: string) => vi.spyOn(navigator, "language", "get").mockReturnValue(language);

  it("is the browser's where nothing was chosen", () => {
    speakBrowser("ru-RU");
    expect(chooseLanguage(page, "en")).toBe("../ru/events/index.html");
    speakBrowser("de");
    expect(chooseLanguage(page, "en")).toBeNull();
  });
  it("is the page's where it was asked for in Russian", () => {
    speakBrowser("en-GB");
    expect(chooseLanguage(page, "ru")).toBeNull();
  });
  it("is the link's, which is kept for later pages", () => {
    speakBrowser("en-GB");
    history.replaceState(null, "", "?lang=ru&event=war#part-2");
    expect(chooseLanguage(page, "en")).toBe("../ru/events/index.html?event=war#part-2");
    history.replaceState(null, "", "?");
    expect(chooseLanguage(page, "en")).toBe("../ru/events/index.html");
  });
  it("leaves the address without its parameter once it is spoken", () => {
    history.replaceState(null, "", "?lang=en&event=war#part-2");
    expect(chooseLanguage(page, "en")).toBeNull();
    expect(location.search + location.hash).toBe("?event=war#part-2");
  });
  it("is none that the site does not speak", () => {
    speakBrowser("en-GB");
    history.replaceState(null, "", "?lang=fr");
    expect(chooseLanguage(page, "en")).toBeNull();
    localStorage.setItem("atlas-language", "fr");
    expect(chooseLanguage(page, "en")).toBeNull();
  });
});
