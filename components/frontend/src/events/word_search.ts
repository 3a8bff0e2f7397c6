/** The words of the filter, looked for by the search of the whole site: which events have them, or requests or claims that do. */
import { currentLanguage } from "../i18n/gettext.ts";
import { createEngineLoader } from "../search/load_engine.ts";
import type { Found } from "../search/content.ts";

/** What the server is told, as `components/features/events/word_search.py` reads it. */
export interface FoundEvents {
  q: string;
  found: string[];
  by: Found["by"];
}

/** @param documents of the search, addresses by language */
export function createWordSearch(documents: Record<string, string>) {
  const load = createEngineLoader(documents, currentLanguage());
  return {
    /** Ask for the search before it is needed. */
    prepare: () => void load().catch(() => undefined),
    /** @returns null where the search could not be loaded */
    async find(text: string): Promise<FoundEvents | null> {
      try {
        const engine = await load();
        await engine.prepare(text);
        const found = engine.search(text);
        return { q: text, found: listEvents(found), by: found.by };
      } catch (error) {
        console.error(error);
        return null;
      }
    },
  };
}

/** Events that were found, or of which something was, each once. */
export const listEvents = ({ entries }: Found) => [...new Set(entries.map(({ event }) => event).filter(Boolean))];
