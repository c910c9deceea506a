import { until } from '../card-page.js';

export interface PageMessage {
  readonly mf: number;
  readonly session: string;
  readonly type: string;
  readonly id: string;
  readonly call: string;
  readonly data: unknown;
  readonly height: number;
}

/** The other side of a bridge, for tests: what the page has said, and a way to say something to it. */
export class NativeSide {
  readonly heard: PageMessage[] = [];
  /** Sends anything. */
  readonly send: (data: unknown) => void;
  #taken = 0;

  constructor(send: (data: unknown) => void) {
    this.send = send;
  }

  readonly hear = (text: unknown): void => {
    this.heard.push(JSON.parse(text as string) as PageMessage);
  };

  get session(): string {
    return this.heard.at(-1)?.session ?? '';
  }

  text(message: object): string {
    return JSON.stringify({ mf: 1, session: this.session, ...message });
  }

  say(message: object): void {
    this.send(this.text(message));
  }

  answer(id: string, answer: object): void {
    this.say({ type: 'answer', id, ...answer });
  }

  /** Greets back, once it was greeted. */
  async welcome(calls = ['submit', 'load', 'attachment', 'verify']): Promise<void> {
    await this.next('hello');
    this.say({ type: 'welcome', calls });
  }

  /** The next message of a type; those before it are not looked at again. */
  async next(type: string): Promise<PageMessage> {
    const place = () => this.heard.findIndex((message, i) => i >= this.#taken && message.type === type);
    await until(
      () => place() >= 0,
      () => `no "${type}" came, but: ${this.heard.map((message) => message.type).join(', ')}`,
    );
    const found = place();
    this.#taken = found + 1;
    return this.heard[found]!;
  }
}
