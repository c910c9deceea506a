import { expect, nextFrame } from '@open-wc/testing';
import { bridgeTransport } from '../../src/transports/index.js';
import { until } from '../card-page.js';
import { NativeSide } from './native-side.js';

interface Framed {
  readonly frame: HTMLIFrameElement;
  readonly reports: number[];
  /** Of the frame's content. */
  readonly box: HTMLElement;
}

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('given a frame as high as its content says', () => {
  it('follows it up and down, fifty times', async () => {
    const { frame, box, reports } = await framed('');
    for (let round = 1; round <= 50; round++) {
      const height = round % 2 ? 100 + round * 7 : 40;
      box.style.height = `${height}px`;
      await until(
        () => frame.clientHeight === height,
        () => `round ${round}: it is ${frame.clientHeight} high, not ${height}`,
      );
    }
    expect(reports.length).to.equal(51);
  });

  it('follows it up fifty times in a row', async () => {
    const { frame, box } = await framed('');
    for (let height = 60; height <= 550; height += 10) {
      box.style.height = `${height}px`;
      await until(
        () => frame.clientHeight === height,
        () => `it is ${frame.clientHeight} high, not ${height}`,
      );
    }
  });

  it('counts margins, and rounds up', async () => {
    const { frame, box } = await framed('body { margin: 8px }');
    box.style.height = '100.25px';
    await until(
      () => frame.clientHeight === 117,
      () => `it is ${frame.clientHeight} high`,
    );
  });

  it('rests when the content grows with its frame', async () => {
    const { reports, box } = await framed('html { min-height: calc(100vh + 10px) }');
    await rest(reports);
    expect(reports.length).to.be.lessThan(110);
    const before = reports.length;
    box.style.height = '2000px';
    await until(
      () => reports.length > before,
      () => 'it reports no more',
    );
    await rest(reports);
    expect(reports.length).to.be.lessThan(220);
  });

  it('reports nothing once it was ended', async () => {
    const { frame, box, reports } = await framed('');
    const before = reports.length;
    (frame.contentWindow as Window & { stop?: () => void }).stop();
    box.style.height = '300px';
    for (let i = 0; i < 5; i++) await nextFrame();
    expect(reports.length).to.equal(before);
  });
});

it('tells the native side, as soon as it has greeted back, and until the end', async () => {
  const { port1, port2 } = new MessageChannel();
  const native = new NativeSide((data) => port2.postMessage(data));
  port2.onmessage = ({ data }) => native.hear(data);
  const bridge = bridgeTransport({ over: 'port', port: port1 });
  const box = document.body.appendChild(document.createElement('div'));
  box.style.height = '50px';
  bridge.reportHeight(box);
  await native.next('hello');
  expect(native.heard.some(({ type }) => type === 'resize')).to.equal(false);
  native.say({ type: 'welcome', calls: [] });
  expect((await native.next('resize')).height).to.equal(50);
  box.style.height = '20px';
  expect((await native.next('resize')).height).to.equal(20);
  bridge.close();
  box.remove();
  port2.close();
});

/** A frame that this page makes as high as it asks to be. */
async function framed(css: string): Promise<Framed> {
  const reports: number[] = [];
  const frame = document.createElement('iframe');
  frames.push(frame);
  frame.style.cssText = 'border: 0; height: 40px; width: 300px';
  frame.srcdoc = `<!doctype html><style>body { margin: 0 } ${css}</style><div style="height: 40px"></div>
    <script type="module">
      import { followHeight } from '/src/transports/follow-height.ts';
      window.stop = followHeight(document.documentElement, (height) => parent.frameHeight(height));
    </script>`;
  Object.assign(window, {
    frameHeight(height: number) {
      reports.push(height);
      // As a host would: later, from another process.
      setTimeout(() => (frame.style.height = `${height}px`));
    },
  });
  document.body.append(frame);
  await until(
    () => reports.length > 0,
    () => 'nothing was reported',
  );
  return { frame, reports, box: frame.contentDocument!.querySelector('div')! };
}

/** Waits until nothing was reported for thirty frames. */
async function rest(reports: readonly number[]): Promise<void> {
  for (let quiet = 0, count = reports.length; quiet < 30; quiet++) {
    await nextFrame();
    if (reports.length === count) continue;
    count = reports.length;
    quiet = 0;
  }
}
