/** The legend of what the map shows, with counts; a row lights up what it stands for, and stays lit when pressed. */
import { currentLocale, gettext as _ } from "../i18n/gettext.ts";
import { joinNames } from "../i18n/number_format.ts";
import { el, setText } from "../ui/dom.ts";
import { REVIEWED } from "../i18n/review.ts";
import { dayRange, longDate } from "../ui/date_format.ts";
import { markersAt } from "../core/shown_events.ts";
import { dayOf, eventOf, nameAll, nameOf, positionsAt, stancesAt } from "../core/snapshot.ts";
import { findFighting } from "../core/timeline.ts";
import { announce } from "../ui/live_region.ts";
import { createModeSwitch } from "../ui/mode_switch.ts";
import { drawRequestSign, signOf } from "./layers/markers.ts";
import { drawPositionMark } from "./layers/positions.ts";
import type { View } from "../core/view_state.ts";
import type { Atlas } from "../core/atlas.ts";
import type { Theme } from "./theme.ts";

/** Parts of the map that a row can light up. */
type Layer = "countries" | "zones" | "events";

export function createLegend(
  host: HTMLElement,
  atlas: Atlas,
  theme: Theme,
  on: { highlight: (layer: Layer, key: string | null) => void; mode: (mode: string | null) => void },
) {
  const title = el("h2", {});
  const asOf = el("p", { class: "as-of" });
  const foot = el("section", { class: "foot" });
  const year = el("div", { class: "rows year" });
  const event = el("div", { class: "rows event" });
  const toggle = el("button", { type: "button", class: "fold", "aria-expanded": "true" }, el("span", {}, _("Legend")));
  const modes = createModeSwitch("modes", on.mode);
  const all = el("button", { type: "button", class: "all", "aria-pressed": "false" }, _("Full legend"));
  all.addEventListener("click", () => all.setAttribute("aria-pressed", String(host.classList.toggle("full"))));
  const top = el("div", { class: "top" }, title, modes.element);
  const body = el("div", { class: "body" }, top, all, year, event, foot);
  const fold = (folded: boolean) => {
    host.classList.toggle("folded", folded);
    toggle.setAttribute("aria-expanded", String(!folded));
  };
  toggle.addEventListener("click", () => fold(!host.classList.contains("folded")));
  // Where the map is small it comes first.
  const narrow = matchMedia("(max-width: 700px)");
  narrow.addEventListener("change", () => fold(narrow.matches));
  fold(narrow.matches);
  host.append(body, toggle);
  const fighting: Map<string, string> = new Map();
  const describeFighting = (year: number) => {
    const key = `${currentLocale()} ${year}`;
    const days = fighting.get(key) ?? joinNames(findFighting(atlas, year).map(([start, end]) => dayRange(start, end)));
    fighting.set(key, days);
    return days;
  };
  let isVote = false;
  const rows: Map<string, { count: HTMLElement; row: HTMLElement; text: string }> = new Map();
  /** The layer and key of the row pressed, which stays lit when the pointer leaves. */
  let pressed: [Layer, string] | null = null;
  let countryKeys: Map<string, string> = new Map();

  const light = (layer: Layer, key: string | null) => on.highlight(layer, key ?? (pressed?.[0] === layer ? pressed[1] : null));

  function press(layer: Layer, key: string) {
    const before = pressed;
    pressed = before?.join(" ") === `${layer} ${key}` ? null : [layer, key];
    if (before && before[0] !== layer) on.highlight(before[0], null);
    on.highlight(layer, pressed && key);
    showPressed();
    const named = [...countryKeys].filter(([, each]) => each === key).map(([id]) => id);
    const names = layer === "countries" && named.length ? nameAll(atlas, named) : "";
    if (pressed) announce(host, [rows.get(`${layer} ${key}`)?.text, names].filter(Boolean).join(": "));
  }

  function showPressed() {
    for (const [name, { row }] of rows) row.setAttribute("aria-pressed", String(name === pressed?.join(" ")));
  }

  function addRow(layer: Layer, key: string, text: string, swatch: Element) {
    const count = el("span", { class: "count" });
    // Where the legend is compact a label ends at its first comma, bracket or stroke; only read out is the rest.
    const end = text.search(/,| [(/]|$/);
    const words = el("span", { class: "text" }, text.slice(0, end), el("span", { class: "rest" }, text.slice(end)));
    const row = el("button", { type: "button", class: "row", "aria-pressed": "false" }, swatch, words, count);
    row.addEventListener("pointerenter", () => light(layer, key));
    row.addEventListener("pointerleave", () => light(layer, null));
    row.addEventListener("focus", () => light(layer, key));
    row.addEventListener("blur", () => light(layer, null));
    row.addEventListener("click", () => press(layer, key));
    rows.set(`${layer} ${key}`, { count, row, text });
    return row;
  }

  function build() {
    rows.clear();
    const { base, mark, membership, zone } = theme.colours;
    const rowsOf = (bloc: string) =>
      Object.entries(membership)
        .filter(([key]) => blocOf(key) === bloc)
        .map(([key, style]) =>
          addRow("countries", key, style.label, theme.swatch(theme.membershipFill(key), style.line, style.line_width, style.dash)),
        );
    const block = (name: string, rows: Node[]) => el("div", { class: "block" }, el("h2", {}, name), el("div", { class: "list" }, ...rows));
    const zones = Object.entries(zone).map(([status, style]) =>
      addRow("zones", status, style.label, theme.swatch(theme.zoneFill(status), style.line, 1.2, style.dash)),
    );
    year.replaceChildren(
      block(_("Organization (CSTO)"), rowsOf("csto")),
      block(_("Treaty (CST)"), rowsOf("cst")),
      block(_("Other status"), rowsOf("beside")),
      block(_("Zones"), zones),
    );
    foot.replaceChildren(
      addRow("events", "request", _("Request for help"), drawRequestSign(24)),
      addRow("events", "violence", _("Conflict or crisis"), drawEventSign("conflict")),
      addRow("events", "forces", _("Troops, drills, arms"), drawEventSign("deployment")),
      addRow("events", "acts", _("Words and acts"), drawEventSign("summit")),
      asOf,
      addRow("zones", "position", _("Position of troops, approximate"), drawPositionMark(24)),
    );
    const lineOf = (code: string): [string, number] => (code === "PTY" ? [base.label.fill, 2.2] : [base.border.fill, 0.6]);
    event.replaceChildren(
      ...atlas.scale.map(({ code, label, vote }) =>
        addRow("countries", code, (isVote && vote) || label, theme.swatch(theme.stanceFill(code), ...lineOf(code))),
      ),
      addRow("countries", "contested", _("Sources disagree"), theme.swatch(theme.stanceFill("NEU", "LEAN"), mark.contested.fill, 0.8)),
      addRow("countries", "weak", _("Weak evidence"), theme.swatch(theme.stanceFill("TEP", undefined, true), mark.weak.fill, 0.8)),
    );
  }

  const drawEventSign = (kind: string) => {
    const sign = el("span", { class: `swatch event-marker kind-${kind}` }, el("span", { class: "dot" }));
    sign.style.setProperty("--mark", theme.colours.event[kind].fill);
    return sign;
  };

  /** An event is drawn as of its first day, a year as of its last; then it says what the year had besides. */
  function drawDay(view: View) {
    const day = dayOf(atlas, view);
    const control = _("Control as of {day}", { day: longDate(day < REVIEWED ? day : REVIEWED) });
    const days = view.event || view.date ? "" : describeFighting(view.year);
    setText(asOf, days ? _("{control}. Fighting in {year}: {days}", { control, year: view.year, days }) : control);
  }

  /** What was lit stays so in the next view, as long as that has it. */
  function keepPressed() {
    if (!pressed) return;
    const [layer, key] = pressed;
    if (rows.get(pressed.join(" "))?.row.classList.contains("empty")) pressed = null;
    on.highlight(layer, pressed && key);
    showPressed();
  }

  return {
    build,
    drawDay,
    draw(view: View, countries: Map<string, string>, zones: Map<string, string>) {
      const ofVote = view.event !== null && eventOf(atlas, view.event).kind === "un_vote";
      if (ofVote !== isVote) {
        isVote = ofVote;
        build();
      }
      year.hidden = view.event !== null;
      event.hidden = view.event === null;
      top.hidden = view.event === null;
      modes.show(view.mode);
      setText(title, _("Stance toward {country}", { country: nameOf(atlas, view.toward ?? "") }));
      const shown = markersAt(atlas, view);
      asOf.hidden = zones.size === 0;
      foot.hidden = zones.size === 0 && shown.length === 0;
      drawDay(view);
      const counts = new Map<string, number>();
      const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
      for (const key of countries.values()) add(`countries ${key}`);
      for (const key of zones.values()) add(`zones ${key}`);
      counts.set("zones position", positionsAt(atlas, view).length);
      for (const event of shown) add(`events ${signOf(event)}`);
      const stances = Object.values(stancesAt(atlas, view));
      counts.set("countries contested", stances.filter((text) => text.includes("*")).length);
      counts.set("countries weak", stances.filter((text) => text.includes("?")).length);
      for (const [name, { count, row }] of rows) {
        const number = counts.get(name) ?? 0;
        setText(count, String(number));
        row.classList.toggle("empty", number === 0);
      }
      countryKeys = countries;
      keepPressed();
    },
  };
}

/** The Treaty and the Organization are never mixed, in the legend neither. */
function blocOf(key: string) {
  if (key === "none") return "";
  const bloc = key.split("_")[0];
  return bloc === "cst" || bloc === "csto" ? bloc : "beside";
}
