import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Attachment, MfAttachmentEvent, MfCard } from '../../src/index.js';
import { bridgeTransport } from '../../src/transports/index.js';
import { adobeSignAttachments, concurExpense } from '../../stories/cards/index.js';
import {
  all,
  button,
  click,
  events,
  focused,
  later,
  link,
  nextEvent,
  press,
  refusal,
  said,
  showCard,
  shows,
  textOf,
  until,
  withoutTabs,
} from '../card-page.js';
import { NativeSide } from '../transports/native-side.js';

/** A PDF by the card. */
const file = '1D3BD2E14D144508B05F';
const url = '/attachments/sample-expense-report.pdf';
const failure = 'The file could not be loaded.';

/** A picture of one pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const picture = (type = 'image/png') => new Blob([pixel], { type });

describe('given a file', () => {
  it('is asked of the page, and saved under its name', async () => {
    const el = await showCard(concurExpense);
    const asked: Attachment[] = [];
    answerFile(el, ({ attachment }) => {
      asked.push(attachment);
      return new Blob(['text'], { type: 'text/plain' });
    });
    const opened = withoutTabs(el);
    const saved = await savedFiles(() => click(link(el, file)));
    expect(asked.map(({ url, method }) => `${method} ${url}`)).to.deep.equal([`GET ${url}`]);
    expect(saved).to.deep.equal([`${file}: text`]);
    expect(opened).to.deep.equal([]);
  });

  it('is opened as it is when nobody answers', async () => {
    const el = await showCard(concurExpense);
    const opened = withoutTabs(el);
    await click(link(el, file));
    expect(opened).to.deep.equal([`attachment ${url}`]);
  });

  it('is opened as it is when the app round the web view gets no files', async () => {
    const { port1, port2 } = new MessageChannel();
    const native = new NativeSide((data) => port2.postMessage(data));
    port2.onmessage = ({ data }) => native.hear(data);
    const transport = bridgeTransport({ over: 'port', port: port1 });
    const el = await showCard(concurExpense, { transport });
    await native.welcome(['submit', 'load']);
    await until(
      () => !transport.attachment,
      () => 'it still gets files',
    );
    const opened = withoutTabs(el);
    await click(link(el, file));
    expect(opened).to.deep.equal([`attachment ${url}`]);
    expect(textOf(el)).not.to.contain(failure);
    transport.close();
  });

  it('comes from the transport when no listener answers', async () => {
    const el = await showCard(concurExpense, {
      transport: {
        submit: () => Promise.resolve(),
        attachment: ({ name }) => Promise.resolve(new Blob([name], { type: 'text/plain' })),
      },
    });
    expect(await savedFiles(() => click(link(el, file)))).to.deep.equal([`${file}: ${file}`]);
  });

  it('could not be loaded when the transport throws', async () => {
    const el = await showCard(concurExpense, {
      transport: {
        submit: () => Promise.resolve(),
        attachment: () => {
          throw new Error('no such file');
        },
      },
    });
    await click(link(el, file));
    await shows(el, failure);
  });

  it('is not opened when a listener forbids it', async () => {
    const el = await showCard(concurExpense);
    const opened = withoutTabs(el);
    const asked = nextEvent(el, 'mf-attachment');
    el.addEventListener('mf-attachment', (event) => event.preventDefault());
    await click(link(el, file));
    await asked;
    expect(opened).to.deep.equal([]);
  });
});

describe('given a file that is a picture', () => {
  for (const [told, answer] of [
    ['tells so', picture()],
    ['tells nothing of itself, while the card does', picture('application/octet-stream')],
  ] as const)
    it(`is shown over the page, until the user closes it, when it ${told}`, async () => {
      const el = await showCard(pictureCard());
      answerFile(el, () => answer);
      await click(link(el, 'Photo.png'));
      const { src, alt, naturalWidth } = await shownPicture(el);
      expect([alt, naturalWidth, src.slice(0, 5), focused()]).to.deep.equal([
        'Photo.png',
        1,
        'blob:',
        'Close',
      ]);
      expect(await isGone(src)).to.equal(false);
      await sendKeys({ press: 'Escape' });
      await closed(el);
      expect(focused()).to.equal('Photo.png');
      await goes(src);
    });

  it('can be saved from there, under its name', async () => {
    const el = await showCard(pictureCard());
    answerFile(el, () => picture());
    await click(link(el, 'Photo.png'));
    await shownPicture(el);
    expect(link(el, 'Save').download).to.equal('Photo.png');
    await press(el, 'Close');
    await closed(el);
  });

  it('stays in view when the card is drawn anew, and goes with the card', async () => {
    const el = await showCard(pictureCard());
    answerFile(el, () => picture());
    await click(link(el, 'Photo.png'));
    const { src } = await shownPicture(el);
    el.card = pictureCard('A new description');
    await shows(el, 'Photo.png');
    expect(dialog(el)).to.equal(true);
    el.remove();
    await until(
      () => !dialog(el),
      () => 'the dialog is still there',
    );
    await goes(src);
  });

  for (const [what, leave] of [
    ['the element shows another card by then', (el: MfCard) => void (el.card = adobeSignAttachments)],
    ['the user gives it up', (el: MfCard) => button(el, 'Cancel').click()],
  ] as const)
    it(`is not shown once it can be, when ${what}`, async () => {
      const el = await showCard(pictureCard());
      const decoding = holdDecoding();
      answerFile(el, () => picture());
      const urls = countUrls();
      await click(link(el, 'Photo.png'));
      await decoding.begun;
      leave(el);
      await el.updateComplete;
      await decoding.end();
      expect(dialog(el)).to.equal(false);
      expect(urls.end()).to.deep.equal({ made: 1, revoked: 1 });
    });

  it('stays over the page when the card is moved, and gives the focus back', async () => {
    const el = await showCard(pictureCard());
    answerFile(el, () => picture());
    await click(link(el, 'Photo.png'));
    await shownPicture(el);
    const place = document.createElement('section');
    el.parentElement!.append(place);
    place.append(el);
    await until(
      () => all(el, 'dialog:modal').length === 1,
      () => 'the rest of the page can be used',
    );
    expect(focused()).to.equal('Close');
    await sendKeys({ press: 'Escape' });
    await closed(el);
    expect(focused()).to.equal('Photo.png');
  });

  it('is shown over the page that its card was moved to', async () => {
    const el = await showCard(pictureCard());
    answerFile(el, () => picture());
    const frame = document.createElement('iframe');
    el.parentElement!.append(frame);
    const page = frame.contentDocument!;
    page.body.append(page.adoptNode(el));
    await el.updateComplete;
    link(el, 'Photo.png').click();
    await shownPicture(el);
    expect(all(el, 'dialog:modal').length).to.equal(1);
    expect(barLayout(el)).to.equal('flex');
    document.querySelector('main')!.append(el);
    await until(
      () => barLayout(el) === 'flex',
      () => 'it has lost its styles',
    );
    expect(all(el, 'dialog:modal').length).to.equal(1);
  });

  for (const [kind, blob] of [
    ['is broken', new Blob(['no picture'], { type: 'image/png' })],
    ['is SVG', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/svg+xml' })],
    ['only says that it is one', new Blob(['<script>parent.hacked = true</script>'], { type: 'image/gif' })],
  ] as const)
    it(`is saved, and not shown, when it ${kind}`, async () => {
      const el = await showCard(pictureCard());
      answerFile(el, () => blob);
      const saved = await savedFiles(() => click(link(el, 'Photo.png')));
      expect(saved).to.deep.equal([`Photo.png: ${await blob.text()}`]);
      expect(dialog(el)).to.equal(false);
      expect('hacked' in window).to.equal(false);
    });

  it('gives back every URL it was shown by', async () => {
    const el = await showCard(pictureCard());
    answerFile(el, () => picture());
    const urls = countUrls();
    for (let round = 0; round < 5; round++) {
      await click(link(el, 'Photo.png'));
      await shownPicture(el);
      await sendKeys({ press: 'Escape' });
      await closed(el);
    }
    expect(urls.end()).to.deep.equal({ made: 5, revoked: 5 });
  });
});

describe('given a file that is a PDF', () => {
  it('is shown over the page where the browser can, and saved where it can’t', async () => {
    const el = await showCard(concurExpense);
    answerFile(el, () => new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } }));
    if (!navigator.pdfViewerEnabled) {
      expect(await savedFiles(() => click(link(el, file)))).to.deep.equal([`${file}: %PDF-1.7`]);
      return;
    }
    await click(link(el, file));
    await until(
      () => dialog(el),
      () => 'nothing is shown',
    );
    const [frame] = all<HTMLIFrameElement>(el, 'iframe');
    expect([frame!.title, frame!.src.slice(0, 5)]).to.deep.equal([file, 'blob:']);
    await press(el, 'Close');
    await closed(el);
  });

  it('is saved when it only says that it is one', async () => {
    const el = await showCard(concurExpense);
    answerFile(el, () => new Blob(['<h1>Sign in</h1>'], { type: 'application/pdf' }));
    expect(await savedFiles(() => click(link(el, file)))).to.deep.equal([`${file}: <h1>Sign in</h1>`]);
  });

  it('could not be loaded when a login page comes in its place', async () => {
    const el = await showCard(concurExpense);
    answerFile(el, () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }));
    await click(link(el, file));
    await shows(el, failure);
  });
});

describe('given a page in place of a file', () => {
  const page = '<h1>Sign in</h1><script>parent.hacked = true</script>';
  const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
  const led = () => Object.defineProperty(new Response(page, html), 'redirected', { value: true });
  const signedOut = 'You are not signed in any more. Sign in, then try again.';
  const named = (attachment_name: string) => ({
    backend_id: 'files',
    body: { fields: [{ type: 'ATTACHMENT_URL', attachment_name, attachment_url: '/file' }] },
  });

  for (const [what, name, answer, told] of [
    ['by its name', 'Report.pdf', () => new Response(page, html), failure],
    ['by its name, as a blob', 'Report.pdf', () => new Blob([page], { type: 'text/html' }), failure],
    ['and was led to it', 'Report', led, signedOut],
    ['by its name, and was led to it', 'Report.pdf', led, signedOut],
    ['and is told to sign in', 'Report', () => refusal(401), signedOut],
  ] as const)
    it(`could not be loaded when another type was asked for ${what}`, async () => {
      const el = await showCard(named(name));
      answerFile(el, answer);
      await click(link(el, name));
      await shows(el, told);
      expect(said(el)).to.equal(told);
      expect(button(el, 'Try again').ariaLabel).to.equal(`Try again: ${name}`);
    });

  for (const [what, name, answer] of [
    ['is a page by its name', 'Report.html', led],
    ['has a name that tells nothing', 'Report', () => new Response(page, html)],
    ['may be anything', 'Invoice No. 5', () => new Blob([page], { type: 'text/html' })],
  ] as const)
    it(`is saved, and not shown, when the file ${what}`, async () => {
      const el = await showCard(named(name));
      answerFile(el, answer);
      expect(await savedFiles(() => click(link(el, name)))).to.deep.equal([`${name}: ${page}`]);
      expect([dialog(el), 'hacked' in window]).to.deep.equal([false, false]);
    });
});

describe('given a file on its way', () => {
  it('says so, and asks only once', async () => {
    const el = await showCard(concurExpense);
    const { promise, give } = later<Response>();
    const asked = events(el, 'mf-attachment');
    answerFile(el, () => promise);
    const saved = savedFiles(() =>
      until(
        () => !textOf(el).includes('Getting'),
        () => 'it is still on its way',
      ),
    );
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    expect(link(el, file).ariaBusy).to.equal('true');
    expect(said(el)).to.equal('Getting the file …');
    await click(link(el, file));
    give(new Response('text', { headers: { 'content-type': 'text/plain' } }));
    expect(await saved).to.deep.equal([`${file}: text`]);
    expect(asked.length).to.equal(1);
  });

  it('shows how much of it has come', async () => {
    const el = await showCard(concurExpense);
    const stream = new TransformStream<Uint8Array>();
    const writer = stream.writable.getWriter();
    answerFile(
      el,
      () =>
        new Response(stream.readable, {
          headers: { 'content-length': '4000', 'content-type': 'text/plain' },
        }),
    );
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    void writer.write(new Uint8Array(1000));
    await shows(el, '1 kB of 4 kB');
    const [bar] = all<HTMLProgressElement>(el, 'progress');
    expect(bar!.position).to.equal(0.25);
    expect(
      await savedFiles(() => writer.write(new Uint8Array(3000)).then(() => writer.close())),
    ).to.have.length(1);
    expect(textOf(el)).not.to.contain('of 4 kB');
  });

  it('can be given up, which stops whoever gets it', async () => {
    const el = await showCard(concurExpense);
    const { asked } = neverComes(el);
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    await press(el, `Cancel`);
    expect([asked[0]!.signal.aborted, textOf(el).includes('Getting'), said(el), focused()]).to.deep.equal([
      true,
      false,
      '',
      file,
    ]);
  });

  it('goes on when the card is moved or drawn anew, and stops when it leaves the page', async () => {
    const el = await showCard(concurExpense);
    const { asked } = neverComes(el);
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    document.querySelector('main')!.append(el);
    await el.updateComplete;
    el.card = structuredClone(concurExpense);
    await el.updateComplete;
    expect([asked[0]!.signal.aborted, textOf(el).includes('Getting')]).to.deep.equal([false, true]);
    el.remove();
    await until(
      () => asked[0]!.signal.aborted,
      () => 'it is still got',
    );
  });

  it('stops when the element shows another card', async () => {
    const el = await showCard(concurExpense);
    const { asked } = neverComes(el);
    await click(link(el, file));
    await shows(el, 'Getting the file …');
    el.card = adobeSignAttachments;
    await el.updateComplete;
    expect(asked[0]!.signal.aborted).to.equal(true);
  });
});

describe('given a file that does not come', () => {
  it('says so, and can be asked for again by name and by button', async () => {
    const el = await showCard(concurExpense);
    const answers = [refusal(404), refusal(500), new Response('text')];
    answerFile(el, () => answers.shift()!);
    await click(link(el, file));
    await shows(el, failure);
    expect(said(el)).to.equal(failure);
    await click(link(el, file));
    await shows(el, failure);
    expect(button(el, 'Try again').ariaLabel).to.equal(`Try again: ${file}`);
    const saved = await savedFiles(() => press(el, 'Try again'));
    expect(saved).to.deep.equal([`${file}: text`]);
    expect(textOf(el)).not.to.contain(failure);
    expect(focused()).to.equal(file);
  });

  it('says so when the promise is rejected', async () => {
    const el = await showCard(concurExpense);
    answerFile(el, () => Promise.reject(new Error('offline')));
    await click(link(el, file));
    await shows(el, failure);
  });

  it('says so when it breaks off', async () => {
    const el = await showCard(concurExpense);
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('gone')),
    });
    answerFile(el, () => new Response(broken));
    await click(link(el, file));
    await shows(el, failure);
  });

  it('says so on a card without actions, too', async () => {
    const el = await showCard({ ...adobeSignAttachments, actions: [] });
    answerFile(el, () => refusal(500));
    await click(link(el, 'Audit trail.pdf'));
    await shows(el, failure);
    expect(said(el)).to.equal(failure);
  });
});

function pictureCard(description = 'One photo') {
  const photo = {
    attachment_name: 'Photo.png',
    attachment_url: '/photo',
    attachment_content_type: 'image/png',
  };
  return {
    backend_id: 'photos',
    header: { title: 'Photos' },
    body: { description, fields: [{ type: 'ATTACHMENT_URL', ...photo }] },
  };
}

function answerFile(
  el: MfCard,
  answer: (event: MfAttachmentEvent) => Promise<Blob | Response> | Blob | Response,
): void {
  el.addEventListener('mf-attachment', (event) => event.respondWith(answer(event)));
}

/** A host that never has the file, and what it was asked. */
function neverComes(el: MfCard) {
  answerFile(el, () => later<Blob>().promise);
  return { asked: events(el, 'mf-attachment') };
}

function dialog(el: MfCard): boolean {
  return all<HTMLDialogElement>(el, 'dialog').some(({ open }) => open);
}

function barLayout(el: MfCard): string {
  return getComputedStyle(all(el, '[part=viewer-bar]')[0]!).display;
}

/** Has pictures take their time. */
function holdDecoding() {
  const { prototype } = HTMLImageElement;
  const { decode } = prototype;
  const begun = later<undefined>();
  const ended = later<undefined>();
  prototype.decode = async function () {
    await decode.call(this);
    begun.give(undefined);
    await ended.promise;
  };
  return {
    begun: begun.promise,
    async end() {
      prototype.decode = decode;
      ended.give(undefined);
      await aTimeout(0);
    },
  };
}

async function shownPicture(el: MfCard): Promise<HTMLImageElement> {
  await until(
    () => dialog(el),
    () => `no picture is shown, but:\n${textOf(el)}`,
  );
  return all<HTMLImageElement>(el, 'dialog img')[0]!;
}

async function closed(el: MfCard): Promise<void> {
  await until(
    () => all(el, 'dialog').length === 0,
    () => 'the file is still shown',
  );
}

/** Browsers let go of a URL a moment after the dialog. */
async function goes(blobUrl: string): Promise<void> {
  while (!(await isGone(blobUrl))) await aTimeout(10);
}

function isGone(blobUrl: string): Promise<boolean> {
  return fetch(blobUrl).then(
    () => false,
    () => true,
  );
}

/** Counts the blob URLs from now on. */
function countUrls() {
  const { createObjectURL, revokeObjectURL } = URL;
  const count = { made: 0, revoked: 0 };
  URL.createObjectURL = (blob: Blob) => (count.made++, createObjectURL(blob));
  URL.revokeObjectURL = (made: string) => {
    count.revoked++;
    revokeObjectURL(made);
  };
  return {
    end() {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      return count;
    },
  };
}

/** What is saved of files, as `name: content`, without doing it. */
async function savedFiles(act: () => Promise<void>): Promise<string[]> {
  const prototype = HTMLAnchorElement.prototype;
  const { click: original } = prototype;
  const followed: HTMLAnchorElement[] = [];
  prototype.click = function () {
    followed.push(this);
  };
  try {
    await act();
    await until(
      () => followed.length > 0,
      () => 'no file was saved',
    );
  } finally {
    prototype.click = original;
  }
  return Promise.all(
    followed.map(async ({ href, download }) => `${download}: ${await (await fetch(href)).text()}`),
  );
}
