/** A shape of the map under the keyboard: it takes the focus, says its name, and opens. */
import { setAttributes } from "../ui/dom.ts";
import type { Path } from "leaflet";

/** The pointer over a shape, or the keyboard on it; nothing when it leaves. */
export interface Pointer {
  originalEvent: { clientX: number; clientY: number; pointerType?: string };
}

/** What a shape tells of itself. */
export interface ShapeEvents {
  hover: (id: string | null, pointer?: Pointer) => void;
  choose: (id: string) => void;
}

/** Call a shape by its name and what is shown of it; only where that differs from what it is called. */
export function nameShape(path: Path | undefined, { title, lines }: { title: string; lines: string[] }) {
  setAttributes(path?.getElement(), { "aria-label": [title, ...lines].join(", ") });
}

/** @param path a Leaflet path */
export function makeFocusable(path: Path, name: string, on: ShapeEvents, id: string) {
  const element = path.getElement() as SVGElement | undefined;
  if (!element) return;
  for (const [attribute, value] of [
    ["tabindex", "0"],
    ["role", "button"],
    ["aria-label", name],
  ])
    element.setAttribute(attribute, value);
  element.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" && key.key !== " ") return;
    key.preventDefault();
    key.stopPropagation();
    on.choose(id);
  });
  element.addEventListener("focus", () => {
    if (!element.matches(":focus-visible")) return;
    const box = element.getBoundingClientRect();
    on.hover(id, { originalEvent: { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, pointerType: "keyboard" } });
  });
  element.addEventListener("blur", () => on.hover(null));
}
