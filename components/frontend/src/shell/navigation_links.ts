/**
 * The links of the navigation as links: opened in another tab they keep the view and the language.
 *
 * Streamlit gives them the bare address of a page and follows every click itself, with Ctrl too.
 */

export const NAVIGATION = "[data-testid^=stTopNav] a[href], [data-testid^=stSidebarNav] a[href]";

const findLink = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>(NAVIGATION) : null);

/** Whether a click asks for a tab, a window or a file instead of this page. */
export const isElsewhere = (click: MouseEvent) => Boolean(click.button) || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;

/** @param carried the parameters that go from page to page */
export function watchNavigationLinks(carried: string[]) {
  const aim = (event: Event) => {
    const link = findLink(event);
    if (!link) return;
    const pairs = location.search.slice(1).split("&");
    link.search = pairs.filter((pair) => carried.includes(pair.split("=")[0])).join("&");
  };
  for (const kind of ["pointerdown", "focusin", "contextmenu", "dragstart"]) addEventListener(kind, aim, true);
  const leave = (click: MouseEvent) => {
    if (!findLink(click) || !isElsewhere(click)) return;
    aim(click);
    click.stopPropagation();
  };
  addEventListener("click", leave, true);
  addEventListener("auxclick", leave, true);
}
