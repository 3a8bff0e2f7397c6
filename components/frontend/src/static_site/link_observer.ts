/** Links that scripts of the app draw, followed as they enter a page that has no app behind it. */

const PAGE = /^\.?\/?(?:events|members|sources|method|compare|cohesion|stories|)(?:\?[^#]*)?$/;

/** Hand every link of the page to `rewrite`, and each that comes to it. */
export function watchLinks(rewrite: (link: Element) => void) {
  const every = (within: ParentNode) => within.querySelectorAll("a[href]").forEach(rewrite);
  every(document);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches("a[href]")) rewrite(node);
        every(node);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/**
 * In a file the other pages are those of the live atlas it was made by; without one, a name is no link.
 * @param live the address of the atlas without a slash at its end, or nothing
 */
export function watchLiveLinks(live: string) {
  watchLinks((link) => {
    const href = link.getAttribute("href") ?? "";
    if (!PAGE.test(href) || href === "" || href.startsWith("?")) return;
    if (live) link.setAttribute("href", `${live}/${href.replace(/^\.?\//, "")}`);
    else link.removeAttribute("href");
  });
}
