/** The keys of the thumb. */

export interface KeyHandlers {
  /** by the unit in view, or the next larger */
  step: (way: 1 | -1, isLarger: boolean) => void;
  /** to the first or last there is */
  end: (way: 1 | -1) => void;
  /** to the next or previous event */
  jump: (way: 1 | -1) => void;
  zoom: (way: 1 | -1) => void;
  /** back to all years */
  whole: () => void;
}

export function listenToKeys(thumb: HTMLElement, on: KeyHandlers) {
  const actions: Record<string, (isShifted: boolean) => void> = {
    ArrowRight: (isShifted) => on.step(1, isShifted),
    ArrowUp: (isShifted) => on.step(1, isShifted),
    ArrowLeft: (isShifted) => on.step(-1, isShifted),
    ArrowDown: (isShifted) => on.step(-1, isShifted),
    Home: () => on.end(-1),
    End: () => on.end(1),
    PageDown: () => on.jump(1),
    PageUp: () => on.jump(-1),
    "+": () => on.zoom(1),
    "=": () => on.zoom(1),
    "-": () => on.zoom(-1),
    "−": () => on.zoom(-1),
    "0": () => on.whole(),
  };
  thumb.addEventListener("keydown", (key) => {
    if (!Object.hasOwn(actions, key.key) || key.altKey || key.ctrlKey || key.metaKey) return;
    key.preventDefault();
    actions[key.key](key.shiftKey);
  });
}
