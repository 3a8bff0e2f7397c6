/** Arrow keys on the timeline: one stop of the Tab key, then from mark to mark. */

/** @param host that holds the marks */
export function addRovingKeys(host: HTMLElement) {
  host.addEventListener("keydown", (press) => {
    const from = (press.target as Element).closest<HTMLElement>(".mark");
    const to = from && !press.altKey && !press.ctrlKey && !press.metaKey ? findNext(host, from, press.key) : null;
    if (!to) return;
    press.preventDefault();
    makeStop(host, to);
    to.focus();
  });
}

/** Make one mark the stop of the Tab key. */
export function makeStop(host: HTMLElement, mark: Element | null) {
  for (const other of host.querySelectorAll(".mark[tabindex='0']")) other.setAttribute("tabindex", "-1");
  (mark ?? host.querySelector(".mark"))?.setAttribute("tabindex", "0");
}

function findNext(host: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  if (key === "ArrowUp" || key === "ArrowDown") return findAcross(from, key === "ArrowUp");
  const marks = listInTime(host);
  const at = marks.indexOf(from);
  if (key === "ArrowRight") return marks[at + 1] ?? null;
  if (key === "ArrowLeft") return marks[at - 1] ?? null;
  if (key === "Home") return marks[0];
  return key === "End" ? marks[marks.length - 1] : null;
}

const leftOf = (mark: Element) => parseFloat((mark as HTMLElement).style.left);

function listInTime(host: HTMLElement): HTMLElement[] {
  const marks = [...host.querySelectorAll(".mark")] as HTMLElement[];
  return marks.sort((one, other) => leftOf(one) - leftOf(other));
}

/** The mark nearest in time in the next lane. */
function findAcross(from: HTMLElement, up: boolean): HTMLElement | null {
  const lane = from.closest(".lane");
  const next = up ? lane?.previousElementSibling : lane?.nextElementSibling;
  const marks = [...(next?.querySelectorAll(".mark") ?? [])] as HTMLElement[];
  const away = (mark: HTMLElement) => Math.abs(leftOf(mark) - leftOf(from));
  return marks.length ? marks.reduce((best, mark) => (away(mark) < away(best) ? mark : best)) : null;
}
