/** What a user and a browser may do to each element, one after the other. */
export const EVENTS = (
  'abort auxclick beforeinput beforetoggle blur cancel canplay change click close contextmenu copy cut dblclick drag dragend ' +
  'dragenter dragleave dragover dragstart drop durationchange ended error focus focusin focusout input invalid keydown keypress ' +
  'keyup load loadeddata loadstart mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste play playing ' +
  'pointerdown pointerenter pointerover pointerup reset scroll scrollend search select slotchange submit toggle touchstart ' +
  'transitionend wheel'
).split(' ');

/** Sends every event to every element under a root, shadow roots too, then clicks each link and button and submits each form. */
export async function act(root) {
  const elements = [...within(root)];
  for (const element of elements)
    for (const type of EVENTS) attempt(() => element.dispatchEvent(eventOf(type)));
  for (const element of elements) {
    if (!element.matches(PRESSED)) continue;
    // Links of SVG and MathML have no click().
    attempt(() =>
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })),
    );
    if (element.localName === 'form') attempt(() => element.requestSubmit());
    // A second link would end what the first has begun.
    await pause(0);
  }
}

/** WebKit follows a link at any click, also at one that no listener above it hears. */
function eventOf(type) {
  return new Event(type, { cancelable: true, bubbles: type === 'click' });
}

const PRESSED =
  'a, area, button, summary, form, input:is([type=submit], [type=image], [type=button]), [href], [*|href]';

/** All elements under a root, in their order, with those of shadow roots. */
export function* within(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function attempt(act) {
  try {
    act();
  } catch {
    // A clobbered element has no such method.
  }
}
