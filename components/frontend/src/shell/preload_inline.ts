/** The inline script at the end of the head: what the map will ask for is fetched early. */

// `components/server/shell.py` puts the values in the place of this name.
const values = PRELOAD_VALUES;

// Fetched now, these lie in the browser's cache when the map's frame asks for them. A preload link
// would do the same, but belongs to this page alone, so the browser would call it unused.
const spoken =
  (JSON.parse(document.getElementById("atlas-spoken")?.textContent ?? "{}") as Record<string, string[] | undefined>)[
    document.documentElement.lang
  ] ?? [];
for (const address of [...values.code, ...spoken, ...values.others]) {
  fetch(new URL(address, window.atlasRoot), { priority: "low" }).then(
    (answer) => answer.arrayBuffer(),
    () => {},
  );
}

export {};
