/** The ruler on the page: cells, labels and events, drawn for a zoom and moved while it is panned. */
import { ngettext } from "../../i18n/gettext.ts";
import { el } from "../../ui/dom.ts";
import { listSpans, placeMarks, type Mark, type Span } from "./event_marks.ts";
import { layRuler, type Cell, type Ruler } from "./ruler_cells.ts";
import { lengthOf, type Axis, type Domain } from "./time_axis.ts";
import type { Atlas } from "../../core/atlas.ts";

/** Pixels a letter of a context takes at most. */
const LETTER = 7.5;
/** Pixels at the edge over which the ruler fades. */
const FADE = 10;
/** Events of a column from which it is as high and as dark as can be. */
const FULL_DENSITY = 12;

export function createRuler(atlas: Atlas) {
  const cells = el("div", { class: "cells" });
  const marks = el("div", { class: "marks" });
  const strip = el("div", { class: "strip" }, cells, marks);
  const contexts = el("div", { class: "contexts" });
  const element = el("div", { class: "ruler", "aria-hidden": "true" }, strip, contexts);
  let drawn: (Domain & { pixels: number }) | null = null;
  let spans: Span[] = [];
  let placed: Mark[] = [];
  let greater: Ruler["contexts"] = [];
  let byEvent: Map<string, HTMLElement> = new Map();
  let lit = "";

  /** Draw the part in view and as much again on both sides, so that panning has what to bring in. */
  function build(axis: Axis, domain: Domain, pixels: number) {
    const room = lengthOf(domain) / 2;
    const { from, to } = { from: Math.max(axis.from, domain.from - room), to: Math.min(axis.to, domain.to + room) };
    if (drawn?.pixels !== pixels) placed = placeMarks(spans, pixels);
    drawn = { from, to, pixels };
    const ruler = layRuler(axis, drawn, pixels);
    greater = ruler.contexts;
    const drawings = ruler.cells.map((cell) => drawCell(cell, from, pixels));
    cells.replaceChildren(...(ruler.areDays ? [drawDays(drawn, pixels)] : []), ...drawings);
    cells.classList.toggle("days", ruler.areDays);
    const seen = placed.filter(({ at, width }) => at + width >= from * pixels - 20 && at <= to * pixels + 20);
    byEvent = new Map();
    marks.replaceChildren(
      ...seen.map((mark) => {
        const drawing = drawMark(mark, from * pixels);
        for (const { id } of mark.events) byEvent.set(id, drawing);
        return drawing;
      }),
    );
    byEvent.get(lit)?.classList.add("lit");
    return drawn;
  }

  return {
    element,
    /** The record's last day is another: list the events anew. */
    renew() {
      spans = listSpans(atlas);
      drawn = null;
    },
    /** @param width pixels of the domain */
    draw(axis: Axis, domain: Domain, width: number) {
      const pixels = width / lengthOf(domain);
      if (!width) return;
      // Half a pixel over the whole width is no other zoom.
      const isSame = drawn !== null && Math.abs(drawn.pixels / pixels - 1) * width < 0.5;
      const isWithin = drawn !== null && domain.from >= drawn.from - 0.5 && domain.to <= drawn.to + 0.5;
      const { from } = drawn !== null && isSame && isWithin ? drawn : build(axis, domain, pixels);
      strip.style.transform = `translateX(${((from - domain.from) * pixels).toFixed(1)}px)`;
      contexts.replaceChildren(...greater.flatMap((context) => drawContext(context, domain, pixels)));
    },
    light(event: string | null) {
      byEvent.get(lit)?.classList.remove("lit");
      lit = event ?? "";
      byEvent.get(lit)?.classList.add("lit");
    },
  };
}

function drawCell(cell: Cell, from: number, pixels: number) {
  const drawing = el("span", { class: ["cell", cell.odd && "odd", cell.text && "named", cell.major && "major"].filter(Boolean).join(" ") });
  drawing.style.left = `${((cell.from - from) * pixels).toFixed(2)}px`;
  drawing.style.width = `${(lengthOf(cell) * pixels).toFixed(2)}px`;
  if (cell.text) drawing.append(el("span", {}, cell.text));
  return drawing;
}

/** All days at once: every second one is filled. */
function drawDays({ from, to }: Domain, pixels: number) {
  const drawing = el("span", { class: "cell all" });
  const first = Math.floor(from);
  drawing.style.left = `${((first - from) * pixels).toFixed(2)}px`;
  drawing.style.width = `${((to - first) * pixels).toFixed(2)}px`;
  drawing.style.backgroundSize = `${(2 * pixels).toFixed(3)}px 100%`;
  if (first % 2) drawing.style.backgroundPositionX = `${pixels.toFixed(3)}px`;
  return drawing;
}

function drawMark({ shape, at, width, row, events }: Mark, origin: number) {
  const [first] = events;
  const name = events.length === 1 ? first.title : ngettext("{count} event", "{count} events", events.length);
  const drawing = el("span", { class: `mark ${shape} kind-${first.kind}${first.request ? " request" : ""}`, "aria-label": name });
  drawing.style.left = `${(at - origin).toFixed(1)}px`;
  drawing.style.setProperty("--row", String(row));
  if (shape === "bar") drawing.style.width = `${width.toFixed(1)}px`;
  if (shape === "density") drawing.style.setProperty("--density", String(Math.min(1, events.length / FULL_DENSITY)));
  drawing.dataset[shape === "density" ? "events" : "event"] = events.map(({ id }) => id).join(" ");
  return drawing;
}

function drawContext({ from, to, text }: Ruler["contexts"][number], domain: Domain, pixels: number) {
  const left = Math.max(FADE, (from - domain.from) * pixels);
  const right = (Math.min(to, domain.to) - domain.from) * pixels;
  if (right - left < text.length * LETTER) return [];
  const drawing = el("span", {}, text);
  drawing.style.left = `${left.toFixed(1)}px`;
  return [drawing];
}
