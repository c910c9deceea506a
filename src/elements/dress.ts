import { adoptStyles, type CSSResult, type CSSResultOrNative, type LitElement } from 'lit';

/** Style sheets belong to the document that they were made in: another one, such as a frame's, needs its own. */
const foreign = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/**
 * The shadow root of an element, made where there is none, with its styles: those of its document, while Lit would take the
 * page's own. Asked for anew in another document, where it loses them.
 */
export function dressedRoot(element: LitElement): ShadowRoot {
  const { shadowRootOptions, elementStyles } = element.constructor as typeof LitElement;
  const root = element.shadowRoot ?? element.attachShadow(shadowRootOptions);
  dress(root, elementStyles);
  return root;
}

/** Gives a shadow root its styles, in whichever document it lies. */
function dress(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const { ownerDocument } = root;
  if (ownerDocument === document) {
    adoptStyles(root, [...styles]);
    return;
  }
  const view = ownerDocument.defaultView;
  // A document without a window shows nothing.
  if (!view) return;
  const made = foreign.get(ownerDocument) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  foreign.set(ownerDocument, made);
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = made.get(style) ?? new view.CSSStyleSheet();
    if (!made.has(style)) sheet.replaceSync((style as CSSResult).cssText);
    made.set(style, sheet);
    return sheet;
  });
}
