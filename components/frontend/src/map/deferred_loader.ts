/** Asks for the second file of the map (`deferred.ts`). */
import type { speak } from "../i18n/gettext.ts";

/** The file for whoever needs it first; where it is lost it is asked for once more. */
export function createLoader(...language: Parameters<typeof speak>) {
  let loading: ReturnType<typeof load> | null = null;
  async function load() {
    const module = await import("./deferred.ts");
    await module.speak(...language);
    return module;
  }
  return () => (loading ??= load().catch(load));
}
