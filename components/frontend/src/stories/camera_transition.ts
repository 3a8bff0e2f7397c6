/** Moving from one view to the next: the years run and the camera flies, in the browser alone. */
import type { View } from "../core/view_state.ts";
import type { MapHandle } from "../core/map_handle.ts";

const SHORTEST = 900;
const LONGEST = 2600;
const A_YEAR = 110;
// The map a view's zoom was chosen on; on another one about the same land is shown.
const DRAWN_ON = { x: 1000, y: 760 };
const CLOSER = 0.75;
const FARTHER = -1.75;

/**
 * @param stage the map's side: store, camera, map
 * @param still whether motion is unwanted
 */
export function createTransition(stage: Pick<MapHandle, "map" | "store" | "camera">, still: () => boolean) {
  let frame = 0;

  function fit(at: [number, number, number] | null): [number, number, number] | null {
    if (!at) return null;
    const size = stage.map.getSize();
    const scale = Math.log2(Math.min(size.x / DRAWN_ON.x, size.y / DRAWN_ON.y));
    const zoom = at[2] + Math.min(CLOSER, Math.max(FARTHER, scale));
    return [at[0], at[1], Math.round(zoom * 4) / 4];
  }

  function stop() {
    if (frame) cancelAnimationFrame(frame);
    frame = 0;
  }

  return {
    stop,
    /** @param cut without motion */
    go(target: View, cut: boolean = false) {
      stop();
      const view = { ...target, panel: null, at: fit(target.at) };
      const { store, camera } = stage;
      const arrive = () => store.set({ ...view, at: store.view.at }, "moving");
      if (cut || still()) {
        arrive();
        camera.fly(view, 0);
        return;
      }
      const from = store.view.year;
      const years = Math.abs(view.year - from);
      const lasts = Math.min(LONGEST, SHORTEST + A_YEAR * years);
      camera.fly(view, lasts / 1000);
      if (!years) return arrive();
      store.set({ event: null, toward: null, layers: view.layers }, "moving");
      let started: number | null = null;
      const step = (now: number) => {
        started ??= now;
        const share = Math.min(1, (now - started) / lasts);
        if (share === 1) {
          frame = 0;
          return arrive();
        }
        const year = Math.round(from + (view.year - from) * ease(share));
        if (year !== store.view.year) store.set({ year }, "moving");
        frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
  };
}

/** Slow, fast, slow. */
const ease = (share: number) => (share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2);
