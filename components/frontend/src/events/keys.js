// @ts-check
/** Arrow keys on the timeline: one stop of the Tab key, then from mark to mark. */

/** @param {HTMLElement} host that holds the marks */
export function followKeys(host) {
  host.addEventListener("keydown", (press) => {
    const from = /** @type {HTMLElement|null} */ (/** @type {Element} */ (press.target).closest(".mark"));
    const to = from && !press.altKey && !press.ctrlKey && !press.metaKey ? findNext(host, from, press.key) : null;
    if (!to) return;
    press.preventDefault();
    makeStop(host, to);
    to.focus();
  });
}

/** Make one mark the stop of the Tab key. @param {HTMLElement} host @param {Element|null} mark */
export function makeStop(host, mark) {
  for (const other of host.querySelectorAll(".mark[tabindex='0']")) other.setAttribute("tabindex", "-1");
  (mark ?? host.querySelector(".mark"))?.setAttribute("tabindex", "0");
}

/** @param {HTMLElement} host @param {HTMLElement} from @param {string} key @returns {HTMLElement|null} */
function findNext(host, from, key) {
  if (key === "ArrowUp" || key === "ArrowDown") return findAcross(from, key === "ArrowUp");
  const marks = listInTime(host);
  const at = marks.indexOf(from);
  if (key === "ArrowRight") return marks[at + 1] ?? null;
  if (key === "ArrowLeft") return marks[at - 1] ?? null;
  if (key === "Home") return marks[0];
  return key === "End" ? marks[marks.length - 1] : null;
}

/** @param {Element} mark */
const leftOf = (mark) => parseFloat(/** @type {HTMLElement} */ (mark).style.left);

/** @param {HTMLElement} host @returns {HTMLElement[]} */
function listInTime(host) {
  const marks = /** @type {HTMLElement[]} */ ([...host.querySelectorAll(".mark")]);
  return marks.sort((one, other) => leftOf(one) - leftOf(other));
}

/** The mark nearest in time in the next lane. @param {HTMLElement} from @param {boolean} up @returns {HTMLElement|null} */
function findAcross(from, up) {
  const lane = from.closest(".lane");
  const next = up ? lane?.previousElementSibling : lane?.nextElementSibling;
  const marks = /** @type {HTMLElement[]} */ ([...(next?.querySelectorAll(".mark") ?? [])]);
  const away = (/** @type {HTMLElement} */ mark) => Math.abs(leftOf(mark) - leftOf(from));
  return marks.length ? marks.reduce((best, mark) => (away(mark) < away(best) ? mark : best)) : null;
}
