// @ts-check
/** One legend for both maps, and the list of what differs between them. */
import { longDate } from "../map/dates.js";
import { make } from "../map/dom.js";
import { bothThemes, makeChip } from "../palette/stance.js";

/** @param {{data: any, parentElement: HTMLElement|ShadowRoot}} component */
export function draw({ data, parentElement }) {
  const host = parentElement.querySelector(".differences");
  if (!host || !data) return;
  const { content } = data;
  host.replaceChildren(
    make("h1", {}, sayHeading(content)),
    layLegend(content),
    layMembers(content),
    ...layTable("Stances that differ", content.stances, content, (/** @type {any} */ stance) => chip(stance, content)),
    ...layTable("Membership that differs", content.statuses, content, (/** @type {string} */ key) => swatch(key, content)),
    ...layTable("Zones that differ", content.zones, content, (/** @type {string} */ label) => label || "—"),
  );
}

/** @param {any} head */
const sayHead = (head) => (head.event ? `${head.event.title}, toward ${head.toward.name}` : `as of ${longDate(head.day)}`);

/** @param {any} content */
function sayHeading({ stances, statuses, zones }) {
  const counts = [[stances.length, "stance", "stances"], [statuses.length, "membership", "memberships"], [zones.length, "zone", "zones"]];
  const said = counts.filter(([count]) => count).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.length ? `What differs: ${new Intl.ListFormat("en").format(said)}` : "Nothing differs between the two";
}

/** @param {any} content */
function layLegend({ scale, styles, colours, heads }) {
  const events = heads.filter((/** @type {any} */ head) => head.event).length;
  const rows = [
    ...(events ? scale.map((/** @type {any} */ row) => makeChip(row, colours)) : []),
    ...(events < 2 ? Object.keys(styles).filter((key) => key !== "none").map((key) => swatch(key, { styles })) : []),
  ];
  return make("div", { class: "legend-row", role: "group", "aria-label": "Legend of both maps" }, ...rows);
}

/** @param {any} content */
function layMembers({ members }) {
  const parts = [`${members.counts[0]} members on the left, ${members.counts[1]} on the right.`];
  if (members.only_first.length) parts.push(`Only on the left: ${members.only_first.join(", ")}.`);
  if (members.only_second.length) parts.push(`Only on the right: ${members.only_second.join(", ")}.`);
  return make("p", {}, parts.join(" "));
}

/** @param {string} title @param {any[]} rows @param {any} content @param {(value: any) => Node|string} show */
function layTable(title, rows, { heads }, show) {
  if (!rows.length) return [];
  const head = make("tr", {}, make("th", { scope: "col" }, ""), ...heads.map((/** @type {any} */ h) => make("th", { scope: "col" }, sayHead(h))));
  const body = rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.name), make("td", {}, show(row.first)), make("td", {}, show(row.second))));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return [make("h2", {}, title), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table)];
}

/** @param {any} stance @param {any} content */
function chip(stance, { colours }) {
  if (!stance) return "—";
  const cell = make("span", {}, makeChip(stance, colours));
  if (stance.contested) cell.append(" contested");
  return cell;
}

/** @param {string} key @param {any} content */
function swatch(key, { styles }) {
  const style = styles[key];
  const mark = make("span", { class: "mark", "aria-hidden": "true" });
  mark.style.background = bothThemes(style.fill);
  mark.style.borderColor = bothThemes(style.line);
  return make("span", { class: "status" }, mark, style.label);
}
