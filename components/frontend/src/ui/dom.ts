/** Building elements: text reaches the page only through `textContent` and checked attributes. */

/** @param children strings become text nodes */
export function el<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

export function svgEl(tag: string, attributes: Record<string, string | number> = {}, ...children: Node[]) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Set styles, also those that an attribute cannot hold; an empty one is taken away. */
export function setStyles<T extends Element & ElementCSSInlineStyle>(element: T, styles: Record<string, string>): T {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
  return element;
}

/** Set attributes where they differ: set again, one would be a change of style to the browser. */
export function setAttributes(element: Element | undefined, attributes: Record<string, unknown>) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value);
    if (element && element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Set text only when it differs, so that a drag touches nothing that stays. */
export function setText(element: Element, text: string) {
  if (element.textContent !== text) element.textContent = text;
}
