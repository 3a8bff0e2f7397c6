// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAddresses } from "./link_rewriter.ts";
import { openEvents } from "./event_page.ts";
import { chooseLanguage } from "./locale_redirect.ts";
import { completeLinks } from "./header.ts";
import { describeView } from "./panel_data.ts";
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

describe("what the panel says of a view", () => {
  const dossier = {
    id: "war",
    title: "War",
    date_start: "2016-04-02",
    date_end: null,
    toward: { id: "ARM", name: "Armenia" },
    stances: [{ actor: { id: "KAZ", name: "Kazakhstan" }, code: "NEU", claims: [{ id: "word" }, { id: "deed" }] }],
  };
  const documents: Record<string, unknown> = {
    "dossiers.json": { war: { ARM: dossier } },
    "panel-years.json": { 2016: { panel: "year", year: 2016 } },
    "panel-days.json": {
      states: { "1991-01-01": { members: [], zones: [] }, "2016-04-02": { members: ["KAZ"], zones: ["valley-2"] } },
      names: { KAZ: "Kazakhstan" },
      zones: { "valley-2": { id: "valley", name: "The valley", status: "fighting", label: "War", controller: "" } },
      changes: [{ day: "2016-04-02" }, { day: "2016-04-03" }],
      events: [
        { id: "war", date_start: "2016-04-02", date_end: "2016-04-05" },
        { id: "crisis", date_start: "2016-04-05", date_end: null },
      ],
    },
    "panel-subjects.json": {
      KAZ: { panel: "country", id: "KAZ", view: {} },
      BLR: { panel: "country", id: "BLR", view: {} },
      valley: { panel: "zone", id: "valley" },
    },
  };
  const read = <T>(name: string) => Promise.resolve(documents[name] as T);
  const describeAt = (view: object) =>
    describeView({ year: 2016, date: null, event: null, toward: null, panel: null, mode: null, ...view }, read);
  const war = { event: "war", toward: "ARM" };

  it("is the year's without a subject, also when the panel was closed", async () => {
    await expect(describeAt({})).resolves.toEqual({ panel: "year", year: 2016 });
    await expect(describeAt({ panel: "off" })).resolves.toEqual({ panel: "year", year: 2016 });
  });
  it("is the event's where there is one", async () => {
    await expect(describeAt(war)).resolves.toEqual({ panel: "event", ...dossier });
  });
  it("is the event's by one kind of answer, with the claims of that kind", async () => {
    const row = { code: "MAT", label: "Material", claims: ["deed"] };
    const other = { deeds: { war: { ARM: { KAZ: row } } } };
    const readings = { modes: { deeds: ["deed"] }, codes: ["MAT", "ND"], none: { code: "ND", label: "No data" }, other };
    const found = await describeView({ year: 2016, date: null, panel: null, mode: "deeds", ...war }, (name) =>
      name === "readings.json" ? Promise.resolve(readings as never) : read(name),
    );
    expect(found).toMatchObject({
      panel: "event",
      mode: "deeds",
      stances: [{ actor: { id: "KAZ" }, code: "MAT", contested: false, claims: [{ id: "deed" }] }],
    });
  });
  it("is the date's, from what holds from the last change on", async () => {
    const on = async (date: string) => {
      const content = await describeAt({ date });
      if (content.panel !== "day") throw new Error(content.panel);
      const { members, zones, changes, events } = content;
      return [members.map(({ name }) => name), zones.map(({ label }) => label), changes.length, events.map(({ id }) => id)];
    };
    await expect(on("2016-04-01")).resolves.toEqual([[], [], 0, []]);
    await expect(on("2016-04-02")).resolves.toEqual([["Kazakhstan"], ["War"], 1, ["war"]]);
    await expect(on("2016-04-05")).resolves.toEqual([["Kazakhstan"], ["War"], 0, ["war", "crisis"]]);
    await expect(on("2017-01-01")).resolves.toEqual([["Kazakhstan"], ["War"], 0, ["crisis"]]);
    await expect(describeAt({ date: "2016-04-02", panel: "KAZ" })).resolves.toMatchObject({
      id: "KAZ",
      date: "2016-04-02",
      view: { date: "2016-04-02" },
    });
  });
  it("is a country's at a year, which its links keep", async () => {
    await expect(describeAt({ panel: "KAZ" })).resolves.toEqual({ panel: "country", id: "KAZ", date: null, view: { year: "2016" } });
  });
  it("is a country's at an event, with its stance there", async () => {
    await expect(describeAt({ ...war, panel: "KAZ" })).resolves.toMatchObject({
      panel: "country",
      shown: { id: "war", title: "War", date_start: "2016-04-02", date_end: null },
      here: { code: "NEU" },
      here_toward: { id: "ARM" },
      view: war,
    });
  });
  it("is a country's that took no stance there", async () => {
    await expect(describeAt({ ...war, panel: "BLR" })).resolves.toMatchObject({ here: null });
  });
  it("is a zone's, which has no stance", async () => {
    const content = await describeAt({ ...war, panel: "valley" });
    expect(content).toMatchObject({ panel: "zone", shown: { id: "war" } });
    expect(content).not.toHaveProperty("here");
  });
});
