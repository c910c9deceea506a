import { expect } from '@open-wc/testing';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { MfCard, MfCardFeed } from '../../src/elements/index.js';
import { action, card } from '../cards.js';

const SENTENCES = '/src/diagnostics/explain.ts';

const sound = { objects: [{ header: { title: 'Trip to NYC' }, actions: [] }] };
const faulty = {
  objects: [{ header: { title: 7 }, links: [{ href: 'javascript:print()', text: 'Print' }] }],
};

/** A page of its own, in which nothing was loaded yet. */
class Page {
  readonly told: (readonly Diagnostic[])[] = [];
  readonly #frame: HTMLIFrameElement;

  /** @param missing - a module that the server of this page does not have. */
  static async open(missing?: string): Promise<Page> {
    const map = { imports: missing === undefined ? {} : { [missing]: '/missing.js' } };
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html>
      <script type="importmap">${JSON.stringify(map)}</script>
      <script type="module">
        import { defineElements } from '/src/elements/index.ts';
        defineElements();
        parent.postMessage('ready', '*');
      </script>`;
    const ready = new Promise((done) => addEventListener('message', done, { once: true }));
    document.body.append(frame);
    await ready;
    return new Page(frame);
  }

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  async show<Name extends 'mf-card' | 'mf-card-feed'>(name: Name, input: unknown) {
    const el = this.document.createElement(name);
    el.addEventListener('mf-diagnostics', ({ diagnostics }) => this.told.push(diagnostics));
    give(el, input);
    this.document.body.append(el);
    await el.updateComplete;
    return el;
  }

  hasLoaded(module: string): boolean {
    const all = this.document.defaultView!.performance.getEntriesByType('resource');
    return all.some(({ name }) => new URL(name).pathname === module);
  }

  get document(): Document {
    return this.#frame.contentDocument!;
  }

  close(): void {
    this.#frame.remove();
  }
}

function give(el: MfCard | MfCardFeed, input: unknown): void {
  if (el.localName === 'mf-card') (el as MfCard).card = input;
  else (el as MfCardFeed).cards = input;
}

function textOf(el: MfCard | MfCardFeed): string {
  return el.renderRoot.textContent.replace(/\s+/g, ' ');
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

for (const name of ['mf-card', 'mf-card-feed'] as const)
  describe(`given an <${name}> in a page that has loaded nothing yet`, () => {
    let page: Page;
    afterEach(() => page.close());

    it('loads no sentences for a sound card', async () => {
      page = await Page.open();
      const el = await page.show(name, { objects: [card({ actions: [action()] })] });
      expect(el.diagnostics.length).to.equal(0);
      expect(page.hasLoaded(SENTENCES)).to.equal(false);
      expect(page.told.length).to.equal(0);
    });

    it('has all that is to be said once the update is complete, and tells it once', async () => {
      page = await Page.open();
      const el = await page.show(name, faulty);
      expect(page.hasLoaded(SENTENCES)).to.equal(true);
      expect(el.diagnostics.map(({ message }) => message).join()).to.contain('title must be text');
      expect(page.told.map(codes)).to.deep.equal([codes(el.diagnostics)]);
      give(el, structuredClone(faulty));
      await el.updateComplete;
      expect(page.told.length).to.equal(2);
    });

    it('shows why there is no card once the update is complete', async () => {
      page = await Page.open();
      const el = await page.show(name, '{"id":\n}');
      expect(textOf(el)).to.contain('Line 2, column 1').and.contain('Expected a value');
    });

    it('says nothing of what was replaced before there were words for it', async () => {
      page = await Page.open();
      const el = page.document.createElement(name);
      page.document.body.append(el);
      el.addEventListener('mf-diagnostics', ({ diagnostics }) => page.told.push(diagnostics));
      give(el, faulty);
      await Promise.resolve();
      expect(codes(el.diagnostics)).to.include('wrong-type');
      give(el, '{');
      await el.updateComplete;
      expect(page.told.map(codes)).to.deep.equal([['json-syntax']]);
      give(el, sound);
      await el.updateComplete;
      expect(page.told.map(codes)).to.deep.equal([['json-syntax'], []]);
      expect(textOf(el)).not.to.contain('Line');
    });
  });

describe('given sentences that can’t be loaded', () => {
  it('still tells what was found and where', async () => {
    const page = await Page.open('/src/diagnostics/explain.ts');
    const el = await page.show('mf-card', faulty);
    expect(el.diagnostics.map(({ severity, path }) => `${severity} ${path.join('.')}`)).to.deep.equal([
      'error objects.0.header.title',
      'warning objects.0.links.0.href',
    ]);
    expect(el.diagnostics.map(({ message }) => message).join()).to.contain('was not loaded');
    expect(page.told.map(codes)).to.deep.equal([codes(el.diagnostics)]);
    const empty = await page.show('mf-card', '{');
    expect(textOf(empty)).to.contain('This card can’t be shown.').and.contain('was not loaded');
    page.close();
  });
});
