/** What a page opened with an older version of the record in its link says of it: a strip below the head, until it is closed. */

/** As `components/core/cited_version.py` writes it. */
interface VersionNote {
  text: string;
  close: string;
  /** names the link to all changes; none where it is empty */
  more: string;
}

const CHANGES = "sources?part=changes";
const VERSION = /^v(=|$)/;

/** @param data element that holds a `VersionNote` as JSON */
export function showCitedVersion(data: Element | null) {
  if (!data) return;
  const { text, close, more } = JSON.parse(data.textContent) as VersionNote;
  const root = document.documentElement;
  const strip = document.createElement("div");
  strip.className = "atlas-cited";
  const line = Object.assign(document.createElement("p"), { textContent: `${text} ` });
  line.setAttribute("role", "status");
  if (more) {
    const href = new URL(`${CHANGES}&lang=${root.lang}`, window.atlasRoot ?? document.baseURI).href;
    line.append(Object.assign(document.createElement("a"), { textContent: more, href }));
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×", title: close });
  button.setAttribute("aria-label", close);
  strip.append(line, button);
  (document.getElementById("root") ?? document.body.lastChild)?.before(strip);
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
