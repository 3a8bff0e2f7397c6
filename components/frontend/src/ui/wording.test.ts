// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { speakEnglish, speakRussian } from "../testing/atlas.ts";
import { formatCertainty, formatConfidence, describeDoubt, formatEventConfidence, formatLevel } from "./certainty_labels.ts";
import { describeClaims, makeCite, formatLocator } from "./claim_citation.ts";
import { WORDS } from "./code_labels.ts";
import { describeChange } from "./status_labels.ts";
import { renderDeathCount, renderDiscrepancy, formatDeaths } from "./event_facts.ts";
import { linkPage } from "./page_link.ts";
import { describeRefusal } from "./refusal.ts";
import { renderReason, describeReason } from "./rule_explanation.ts";
import type { Claim, Resolved, Source } from "../core/record.ts";

const SOURCE: Source = {
  id: "s1",
  author: "TASS",
  title: "On the session",
  publisher: "TASS",
  date: "2016-04-05",
  kind: "press",
  url: "",
  locator: "answer",
};
const CLAIM: Claim = {
  id: "c1",
  code: "SIL",
  label: "silent",
  date: "2016-04-05",
  certainty: "inferred",
  speaker: "official",
  speaker_name: "A. B.",
  summary: "He kept silent.",
  source: SOURCE,
};
const STANCE: Resolved = {
  code: "SIL",
  label: "silent",
  contested: false,
  readings: [],
  adjudicated: false,
  rule: "",
  reason: "",
  claims: [],
};

afterEach(speakEnglish);

describe("codes", () => {
  it("have words in the language spoken when they are asked for", () => {
    expect(WORDS.kind.un_vote).toBe("UN vote");
    speakRussian({ "UN vote": "голосование в ООН" });
    expect(WORDS.kind.un_vote).toBe("голосование в ООН");
  });
  it("of a change of membership say what came, or what is no longer", () => {
    expect(describeChange({ bloc: "CSTO", before: "member", after: "frozen" })).toBe("says it froze participation in the CSTO");
    expect(describeChange({ bloc: "CST", before: "in_force", after: null })).toBe("no longer party to the Treaty (CST)");
  });
  it("of certainty stand as they are where there is no word", () => {
    expect([formatCertainty("quoted"), formatCertainty("guessed")]).toEqual(["quoted", "guessed"]);
    expect([formatLevel("low"), formatLevel("?")]).toEqual(["low", "?"]);
    expect(formatEventConfidence("medium")).toBe("Confidence in the event data: medium");
  });
  it("add no doubt to what is sure", () => {
    expect(describeDoubt("high")).toBe("");
    expect(describeDoubt("low")).toBe("confidence low");
    expect(formatConfidence("high")).toBe("confidence high");
  });
});

describe("citations", () => {
  it("name an author who is the publisher once", () => {
    expect(makeCite(SOURCE).textContent).toBe("TASS · “On the session” · 5 April 2016 · answer");
  });
  it("keep a year or a month as it stands", () => {
    expect(makeCite({ ...SOURCE, author: "", title: "", locator: "", date: "2016-04" }, "more").textContent).toBe("TASS · 2016-04 · more");
  });
  it("lead to the address of the source, by its title", () => {
    const link = makeCite({ ...SOURCE, url: "http://localhost/a" }).querySelector("a");
    expect([link?.textContent, link?.getAttribute("href"), link?.rel]).toEqual([
      "“On the session”",
      "http://localhost/a",
      "noopener noreferrer",
    ]);
  });
  it.each(["", "javascript:alert(1)", "//localhost"])("make no link of the address %j", (url) => {
    expect(makeCite({ ...SOURCE, url }).querySelector("a")).toBeNull();
  });
  it("say that there is no source", () => {
    expect(makeCite(null).textContent).toBe("No source");
  });
  it("translate known places in a source and no others", () => {
    speakRussian({ "locator\u0004roll call": "поимённое голосование" });
    expect(["roll call", "p. 7", "constructor"].map(formatLocator)).toEqual(["поимённое голосование", "p. 7", "constructor"]);
    expect(formatLocator("roll call, A/RES/ES-11/1")).toBe("поимённое голосование, A/RES/ES-11/1");
  });
  it("keep the words to search for", () => {
    speakRussian({ "near {words}": "рядом со словами {words}" });
    expect(['near "a, b"', "near", "nearby talks"].map(formatLocator)).toEqual(['рядом со словами "a, b"', "near", "nearby talks"]);
  });
});

describe("claims", () => {
  it("are told with their certainty, speaker and day", () => {
    const [claim] = describeClaims({ ...STANCE, claims: [CLAIM] }, false);
    expect(claim.querySelector("strong")?.textContent).toBe("silent. ");
    expect(claim.querySelector(".cite")?.textContent).toContain("inferred · official: A. B. · 5 April 2016");
  });
  it("keep markup of the record as text", () => {
    const [claim] = describeClaims({ ...STANCE, claims: [{ ...CLAIM, summary: "<b>bold</b>" }] }, false);
    expect(claim.querySelector("b")).toBeNull();
    expect(claim.textContent).toContain("<b>bold</b>");
  });
  it("say why there are none, but not of the reference party itself", () => {
    expect(describeClaims({ ...STANCE, code: "NOM" }, false)[0].textContent).toBe("Not a member at the time.");
    expect(describeClaims({ ...STANCE, code: "NOM" }, true)).toEqual([]);
  });
});

describe("facts of an event", () => {
  it.each([
    [{ low: 30, high: 30 }, "Reported deaths: about 30"],
    [{ low: 30, high: 1200 }, "Reported deaths: 30–1,200"],
    [{ low: 30, high: null }, "Reported deaths: at least 30"],
    [{ low: null, high: 30 }, "Reported deaths: up to 30"],
    [{ low: 0, high: 0 }, "Reported deaths: about 0"],
    [{ low: null, high: null }, ""],
  ])("of %j deaths", (deaths, said) => {
    expect(formatDeaths(deaths)).toBe(said);
  });
  it("tell who counted the dead, when, and whom", () => {
    const count = { standing: "final", counted_by: "An inquiry", scope: "Both sides.", counted_on: "2009-09-30", source: SOURCE };
    expect(renderDeathCount({ ...count, low: 844, high: 844 }).textContent).toBe(
      "844 · final count · An inquiry · as of 30 September 2009. Both sides.TASS · “On the session” · 5 April 2016 · answer",
    );
    expect(renderDeathCount({ ...count, low: 20, high: 1000, counted_on: null }).querySelector("strong")?.textContent).toBe("20–1,000");
    const none = { ...count, low: null, high: null, standing: "none", counted_by: "", scope: "No count found.", counted_on: null };
    expect(renderDeathCount(none).firstChild?.textContent).toBe("No count found.");
  });
  it("leave out a side of a discrepancy that says nothing", () => {
    const sides = ["A", "", "B"].map((statement) => ({ statement, source: SOURCE }));
    const item = renderDiscrepancy({ id: "d", topic: "The dead", handling: "Both are given.", sides });
    expect(item.querySelectorAll(".claim")).toHaveLength(2);
    expect(item.querySelector(".why")?.textContent).toBe("Treatment: Both are given.");
  });
});

describe("the reason of a stance", () => {
  const readings = [
    { code: "SIL", label: "silent" },
    { code: "OPP", label: "opposed" },
  ];
  it("is the editors' own where no rule chose", () => {
    expect(describeReason({ code: "SIL", label: "silent", reason: "The later statement stands.", rule: "", readings: [] })).toBe(
      "The later statement stands.",
    );
  });
  it("is the rule that chose among the stances", () => {
    expect(describeReason({ code: "SIL", label: "silent", reason: "", rule: "nearest", readings })).toBe(
      "Sources of equal certainty disagree: silent; opposed. The interpretation nearest to neutral is shown: silent.",
    );
  });
  it("is no paragraph where there is none", () => {
    expect(renderReason({ code: "SIL", label: "silent", reason: "", rule: "", readings: [] })).toEqual([]);
  });
});

describe("a refusal", () => {
  const refuse = (status: number, body: BodyInit | null = null, wait?: string) =>
    describeRefusal(new Response(body, { status, headers: wait ? { "Retry-After": wait } : {} }));
  it("is the server's own sentence", async () => {
    await expect(refuse(400, '{"problem": "Too many files."}')).resolves.toBe("Too many files.");
  });
  it("is told by its status where a proxy answers", async () => {
    await expect(refuse(502, "<html>")).resolves.toBe("The server is restarting or cannot be reached.");
    await expect(refuse(418)).resolves.toBe("The server refused the request (418).");
  });
  it("takes no problem that is no text", async () => {
    await expect(refuse(413, '{"problem": {"a": 1}}')).resolves.toBe("The data sent are too large for the server.");
  });
  it("says when to ask again, in seconds or minutes", async () => {
    await expect(refuse(429, null, "1")).resolves.toBe("Too many requests in a short time. Try again in 1 second.");
    await expect(refuse(429, null, "99")).resolves.toContain("Try again in 99 seconds.");
    await expect(refuse(429, null, "121")).resolves.toContain("Try again in 3 minutes.");
  });
  it("reads a day and time, and none that is past or no day", async () => {
    vi.useFakeTimers({ now: Date.UTC(2020, 0, 1), toFake: ["Date"] });
    await expect(refuse(503, null, "Wed, 01 Jan 2020 00:00:30 GMT")).resolves.toContain("Try again in 30 seconds.");
    await expect(refuse(503, null, "Tue, 31 Dec 2019 00:00:30 GMT")).resolves.toBe("The server is busy or restarting.");
    await expect(refuse(503, null, "soon")).resolves.toBe("The server is busy or restarting.");
    vi.useRealTimers();
  });
  it("does not say twice when", async () => {
    await expect(refuse(429, '{"problem": "Try again in 5 seconds."}', "5")).resolves.toBe("Try again in 5 seconds.");
  });
});

describe("links from page to page", () => {
  it("carry the view, without what is empty, and the language", () => {
    history.replaceState(null, "", "?lang=ru&year=1999");
    expect(linkPage("events", { event: "a b", toward: undefined }, "text").getAttribute("href")).toBe("./events?event=a+b&lang=ru");
  });
  it("lead to the map where no page is named", () => {
    history.replaceState(null, "", "?");
    expect(linkPage("", {}, "Map").getAttribute("href")).toBe("./");
  });
});
