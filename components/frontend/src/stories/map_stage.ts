/** The map that a story leads: the one in the frame on this page, once it is drawn. */
import type { Stage } from "./player.ts";

const FRAME = ".st-key-atlas-stage iframe";

/** @param wanted false gives up */
export function findStage(wanted: () => boolean): Promise<Stage | null> {
  return new Promise((found) => {
    const look = () => {
      if (!wanted()) return found(null);
      const frame = document.querySelector<HTMLIFrameElement>(FRAME);
      const inner = frame?.contentWindow;
      if (inner?.atlas) found({ ...inner.atlas, window: inner });
      else setTimeout(look, 50);
    };
    look();
  });
}
