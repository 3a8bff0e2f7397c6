/** Asks for the search and its documents when they are first needed. */
import { fetchJson } from "../net/fetch_json.ts";
import { LANGUAGES } from "../i18n/languages.ts";
import type { Engine } from "./engine.ts";
import type { SearchDocument } from "./content.ts";

/**
 * @param documents addresses by language
 * @param describe what stands for a document where there is none
 */
export function createEngineLoader(documents: Record<string, string>, language: string, describe?: () => Promise<SearchDocument>) {
  let loading: Promise<Engine> | null = null;
  async function load() {
    const own = language in documents ? language : LANGUAGES[0];
    const fetchDocument = (spoken: string) =>
      spoken in documents || !describe ? fetchJson<SearchDocument>(documents[spoken]) : describe();
    const [{ createEngine }, document] = await Promise.all([import("./engine.ts"), fetchDocument(own)]);
    const others = Object.keys(documents).filter((spoken) => spoken !== own);
    return createEngine(document, Object.fromEntries(others.map((spoken) => [spoken, () => fetchDocument(spoken)])));
  }
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
}
