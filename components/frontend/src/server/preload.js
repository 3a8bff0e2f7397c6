// Fetched now, these lie in the browser's cache when the map's frame asks for them. A preload link
// would do the same, but belongs to this page alone, so the browser would call it unused.
const spoken = JSON.parse(document.getElementById("atlas-spoken").textContent)[document.documentElement.lang] ?? [];
for (const address of [...{{code}}, ...spoken, ...{{others}}]) {
  fetch(new URL(address, window.atlasRoot), { priority: "low" }).then((answer) => answer.arrayBuffer(), () => {});
}
