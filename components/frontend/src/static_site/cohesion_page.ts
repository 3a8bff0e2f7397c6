/** The cohesion page, drawn by the app's modules; what can be chosen without a server is in the address. */
import { draw as drawBlocks } from "../cohesion/blocks.ts";
import { draw as drawLedger } from "../cohesion/request_ledger.ts";
import { draw as drawMatrix } from "../cohesion/matrix.ts";
import { draw as drawPairs } from "../cohesion/pairs.ts";
import { el } from "../ui/dom.ts";
import { readDocument } from "./embedded_data.ts";
import { speakHere } from "./page_init.ts";
import { readMatrixByMode } from "./matrix_reading.ts";
import { readMode, writeMode } from "./reading.ts";
import type { SiteMatrix } from "./matrix_reading.ts";
import type { Site } from "./page_init.ts";
import type { Choice, Pairs } from "../cohesion/content.ts";
import type { Component } from "../core/component.ts";

const DRAW = { blocks: drawBlocks, matrix: drawMatrix, pairs: drawPairs, ledger: drawLedger };

/** A part of the page: the module that draws it, and of what. */
interface Part {
  draws: keyof typeof DRAW;
  data: Partial<SiteMatrix> & Partial<Pairs>;
}

/** What the modules lay out anew of the data they have. */
const CHOICES = ["size", "pair"];
/** Layouts of the matrix, the one that links do not name first. */
const SIZES = ["answers", "overview", "read"] as const;

/** What the link chooses, as far as the data have it. */
function readChoice(given: URLSearchParams, { members, groups }: Part["data"]) {
  const event = given.get("event");
  const layers = (groups ?? []).flatMap((group) => group.layers).filter((layer) => layer.event === event);
  const asked = layers.find((layer) => layer.toward === given.get("toward")) ?? layers[0];
  const pair = (given.get("pair") ?? "").split("-");
  const known = pair.length === 2 && pair[0] < pair[1] && pair.every((id) => members?.some((each) => each.id === id));
  return {
    size: SIZES.find((size) => size === given.get("size")) ?? SIZES[0],
    year: Number(given.get("year")) || null,
    chosen: asked ? [event, asked.toward] : null,
    pair: known ? pair : null,
  };
}

export async function openCohesion({ language }: Site) {
  const [parts] = await Promise.all([readDocument<Part[]>("cohesion.json"), speakHere(language)]);
  const host = document.querySelector(".st-key-atlas-cohesion") as HTMLElement;
  const frames = parts.map(() => el("section", {}, el("article", { class: "cohesion" })));

  async function show() {
    const given = new URLSearchParams(location.search);
    const read = await Promise.all(
      parts.map(async ({ draws, data }) =>
        draws === "matrix" ? await readMatrixByMode(data as SiteMatrix, readMode(), readDocument) : data,
      ),
    );
    parts.forEach(({ draws, data }, place) => {
      const drawPart = DRAW[draws] as (component: Component<object>) => void;
      drawPart({ data: { ...read[place], ...readChoice(given, data) }, parentElement: frames[place], setTriggerValue: choose });
    });
  }

  function choose(name: string, value: unknown) {
    if (name === "mode") {
      writeMode(String(value));
      void show();
      return;
    }
    const change = value as Choice;
    const given = new URLSearchParams(location.search);
    for (const name of CHOICES) {
      if (change[name]) given.set(name, change[name]);
      else if (name in change) given.delete(name);
    }
    if (given.get("size") === SIZES[0]) given.delete("size");
    history.pushState({}, "", location.pathname + (given.size ? `?${given}` : ""));
    void show();
  }

  await show();
  host.replaceChildren(...frames);
  host.dataset.drawn = "";
  window.addEventListener("popstate", () => void show());
  // An anchor of the plain text is one of the drawn page, too.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
