// @ts-check
/** The title of the map: the year, the event or what changed, and toward whom stances are read. */
import { gettext as _, ngettext } from "../language/messages.js";
import { make, setText } from "./dom.js";
import { dateRange, shortDate } from "./dates.js";
import { momentOf, nameAll, nameOf } from "./moment.js";
import { WORDS } from "./words.js";

/** @param {HTMLElement} host @param {any} atlas @param {{toward: (id: string) => void, leave: () => void}} on */
export function createHeadline(host, atlas, on) {
  const year = make("div", { class: "year" });
  const first = make("div", { class: "first" });
  const second = make("div", { class: "second" });
  const choices = make("div", { class: "toward", role: "group", "aria-label": _("Stances toward") });
  const leave = make("button", { type: "button", class: "leave" }, _("Show full year"));
  leave.addEventListener("click", on.leave);
  host.append(year, first, second, choices, leave);
  /** @type {string[]} */
  let lines = [];
  /** @type {Map<number, string>} */
  let changes = new Map();
  let drawn = "";
  renew();

  /** Say the years of the record as it is now. */
  function renew() {
    lines = atlas.membership.members.map((/** @type {string} */ _members, /** @type {number} */ moment) => yearLine(moment));
    changes = describeChanges(atlas);
    drawn = "";
  }

  /** @param {number} moment */
  function yearLine(moment) {
    const count = atlas.memberSets[moment].size;
    if (!count) return _("No treaty yet");
    const day = moment === atlas.last - atlas.first ? atlas.today : `${atlas.first + moment}-12-31`;
    return day < "2003-09-18"
      ? ngettext("{count} member of the Treaty", "{count} members of the Treaty", count)
      : ngettext("{count} member of the Organization", "{count} members of the Organization", count);
  }

  /** @param {any} event @param {import("./view.js").View} view */
  function drawChoices(event, view) {
    choices.replaceChildren(
      ...event.references.map((/** @type {string} */ id) => {
        const pressed = String(id === view.toward);
        const button = make("button", { type: "button", "aria-pressed": pressed }, _("Positions on {country}", { country: nameOf(atlas, id) }));
        button.addEventListener("click", () => on.toward(id));
        return button;
      }),
    );
  }

  return {
    renew,
    /** @param {import("./view.js").View} view */
    draw(view) {
      const key = `${view.year} ${view.event} ${view.toward}`;
      if (key === drawn) return;
      drawn = key;
      const event = view.event ? atlas.eventById.get(view.event) : null;
      setText(year, String(view.year));
      host.classList.toggle("at-event", event !== null);
      leave.hidden = event === null;
      choices.hidden = !event || event.references.length < 2;
      if (event) {
        const members = atlas.memberSets[momentOf(atlas, view)].size;
        setText(first, event.title);
        const days = dateRange(event.start, event.end);
        const country = nameOf(atlas, view.toward ?? "");
        setText(second, ngettext("{days} · stances toward {country} · {count} member", "{days} · stances toward {country} · {count} members", members, { days, country }));
        if (!choices.hidden) drawChoices(event, view);
      } else {
        setText(first, lines[view.year - atlas.first]);
        setText(second, changes.get(view.year) ?? "");
      }
    },
  };
}

/** One line a year for what changed in membership. @param {any} atlas @returns {Map<number, string>} */
function describeChanges(atlas) {
  const said = new Map();
  for (const [year, rows] of Object.entries(atlas.changes)) {
    /** @type {Map<string, {row: any, ids: string[]}>} */
    const alike = new Map();
    for (const row of /** @type {any[]} */ (rows)) {
      const what = `${row.date} ${sayChange(row)}`;
      if (!alike.has(what)) alike.set(what, { row, ids: [] });
      alike.get(what)?.ids.push(row.country);
    }
    const parts = [...alike.values()].map(({ row, ids }) => `${shortDate(row.date)}, ${nameAll(atlas, ids)}: ${sayChange(row)}`);
    said.set(Number(year), parts.join(" · "));
  }
  return said;
}

/** What one change of membership was. @param {{bloc: string, before: string|null, after: string|null}} change */
export function sayChange({ bloc, before, after }) {
  if (after) return WORDS.status[`${bloc} ${after}`];
  return _("no longer {status}", { status: WORDS.status[`${bloc} ${before}`] });
}
