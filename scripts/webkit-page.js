/** The keys of the WebDriver protocol, by the names that Puppeteer has for them. */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  End: '\uE010',
  Home: '\uE011',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/** Pixels. */
const APART = 3;

const BUTTONS = ['left', 'middle', 'right'];

/** A page of WebKitGTK with what tests call of Puppeteer's page. What is asked for at once is done one after the other. */
export class WebKitPage {
  #call;
  #last = Promise.resolve();
  #at = { x: 0, y: 0 };
  #pressed = { x: NaN, y: NaN };
  #around = null;

  constructor({ call }) {
    this.#call = (...request) => {
      const done = this.#last.then(() => call(...request));
      this.#last = done.catch(() => undefined);
      return done;
    };
  }

  keyboard = {
    type: (text) =>
      this.#keys(Array.from(text.replaceAll('\n', KEYS.Enter)).flatMap((key) => [down(key), up(key)])),
    press: (name) => this.#keys([down(keyOf(name)), up(keyOf(name))]),
    down: (name) => this.#keys([down(keyOf(name))]),
    up: (name) => this.#keys([up(keyOf(name))]),
  };

  mouse = {
    move: (x, y) => this.#pointer(this.#moved(x, y)),
    click: (x, y, { button, count = 1 } = {}) =>
      this.#pointer([
        ...this.#moved(x, y),
        ...this.#apart(),
        ...Array.from({ length: count }, () => [
          pointer('pointerDown', button),
          pointer('pointerUp', button),
        ]).flat(),
      ]),
    down: ({ button } = {}) => this.#pointer([...this.#apart(), pointer('pointerDown', button)]),
    up: ({ button } = {}) => this.#pointer([pointer('pointerUp', button)]),
    reset: () => this.#call('DELETE', '/actions'),
  };

  goto(url) {
    return this.#call('POST', '/url', { url });
  }

  url() {
    return this.#call('GET', '/url');
  }

  /** What an expression is in the page, as JSON. */
  evaluate(expression) {
    return this.#call('POST', '/execute/sync', { script: `return ${expression}`, args: [] });
  }

  /** Gives the window what it takes for the page to have this size. */
  async setViewport({ width, height }) {
    this.#around ??= await this.evaluate('[outerWidth - innerWidth, outerHeight - innerHeight]');
    const [dx, dy] = this.#around;
    await this.#call('POST', '/window/rect', { width: width + dx, height: height + dy });
  }

  #moved(x, y) {
    this.#at = { x, y };
    return [{ type: 'pointerMove', x, y, duration: 0 }];
  }

  /** What it takes for a press to be one of its own: WebKitGTK takes one within two pixels of the last as the second of two. */
  #apart() {
    const { x, y } = this.#at;
    const isNear = Math.abs(x - this.#pressed.x) < APART && Math.abs(y - this.#pressed.y) < APART;
    const moves = isNear ? this.#moved(x < this.#pressed.x ? x - APART : this.#pressed.x + APART, y) : [];
    this.#pressed = this.#at;
    return moves;
  }

  #keys(actions) {
    return this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #pointer(actions) {
    return this.#call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }
}

function keyOf(name) {
  const key = KEYS[name] ?? name;
  if (Array.from(key).length !== 1) throw new Error(`There is no key "${name}" in scripts/webkit-page.js.`);
  return key;
}

function down(value) {
  return { type: 'keyDown', value };
}

function up(value) {
  return { type: 'keyUp', value };
}

function pointer(type, button = 'left') {
  return { type, button: BUTTONS.indexOf(button) };
}
