/** The search in the head of a page: a plain form to the page of results, until it is used. */

/** What `components/app/index_html.py` says of its script. */
interface SearchScript {
  module: string;
  documents: Record<string, string>;
  catalogues: Record<string, string>;
}

interface SearchModule {
  speak: (language: string, catalogues: Record<string, string>) => Promise<void>;
  openBox: (form: HTMLFormElement, documents: Record<string, string>) => void;
}

/** @param data element that holds a `SearchScript` as JSON */
export function watchSearchForm(form: HTMLFormElement | null, data: Element | null) {
  if (!form || !data) return;
  const { module, documents, catalogues } = JSON.parse(data.textContent) as SearchScript;
  const { lang } = document.documentElement;
  const named = new URLSearchParams(location.search).get("lang");
  if (named) {
    const language = document.createElement("input");
    Object.assign(language, { type: "hidden", name: "lang", value: named });
    form.append(language);
  }
  let loading = false;
  form.addEventListener("focusin", () => {
    if (loading) return;
    loading = true;
    import(new URL(module, window.atlasRoot).href).then(
      async ({ speak, openBox }: SearchModule) => {
        await speak(lang, catalogues);
        openBox(form, documents);
      },
      (error: unknown) => {
        // The form still leads to the results; the next use asks again.
        loading = false;
        console.error(error);
      },
    );
  });
}
