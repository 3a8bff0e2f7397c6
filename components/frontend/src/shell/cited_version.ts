/** What a page opened with an older version of the record in its link says of it: a strip below the head, until it is closed. */
/** As `components/core/cited_version.py` and `components/outputs/share/meta_tags.py` write it. */
interface VersionNote {
  text: string;
  close: string;
  /** names the link to all changes; none where it is empty */
  more: string;
  /** the address of the style sheet */
  style: string;
}

const CHANGES = "sources?part=changes";
const VERSION = /^v(=|$)/;
const locate = (address: string) => new URL(address, window.atlasRoot).href;

/** @param data element that holds a `VersionNote` as JSON */
export function showCitedVersion(data: Element | null) {
  if (!data) return;
  const { text, close, more, style } = JSON.parse(data.textContent) as VersionNote;
  const root = document.documentElement;
  const strip = document.createElement("div");
  strip.className = "atlas-cited";
  const line = Object.assign(document.createElement("p"), { textContent: `${text} ` });
  line.setAttribute("role", "status");
  if (more) {
    const href = locate(`${CHANGES}&lang=${root.lang}`);
    line.append(Object.assign(document.createElement("a"), { textContent: more, href }));
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×", title: close });
  button.setAttribute("aria-label", close);
  strip.append(line, button);
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: locate(style) });
  const show = () => document.getElementById("root")?.before(strip);
  sheet.addEventListener("load", show);
  sheet.addEventListener("error", show);
  document.head.append(sheet);
  // What is below the head begins as much lower; a briefing that plays has no head.
  const measure = new ResizeObserver(() => root.style.setProperty("--cited", `${strip.offsetHeight}px`));
  measure.observe(strip);
  button.addEventListener("click", () => {
    measure.disconnect();
    strip.remove();
    root.style.removeProperty("--cited");
    const pairs = location.search.slice(1).split("&");
    const rest = pairs.filter((pair) => pair && !VERSION.test(pair)).join("&");
    history.replaceState(history.state, "", location.pathname + (rest && `?${rest}`) + location.hash);
  });
}
