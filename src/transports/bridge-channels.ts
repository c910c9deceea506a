import type { BridgeRefusal } from './bridge-messages.js';

/** How the page and the native side reach each other. */
export type BridgeWay =
  /** A port that the other side has given. */
  | { readonly over: 'port'; readonly port: MessagePort }
  /** Another window, such as `parent`. Only it is heard, and only from this exact origin. */
  | { readonly over: 'window'; readonly window: Window; readonly origin: string }
  /** `webkit.messageHandlers[name]` of a WKWebView. */
  | { readonly over: 'webkit'; readonly name: string; readonly receiver?: string }
  /** The object that Android's `WebViewCompat.addWebMessageListener` injects. */
  | { readonly over: 'web-message-listener'; readonly name: string }
  /** The object that Android's `addJavascriptInterface` injects. */
  | { readonly over: 'javascript-interface'; readonly name: string; readonly receiver?: string };

/** One of the ways, opened. */
export interface Channel {
  /** Throws, or gives a promise that rejects, where the other side can't be reached or refuses it. */
  post(text: string): unknown;
  close(): void;
}

export interface ChannelListener {
  /** What came; nothing is known of it. */
  receive(data: unknown): void;
  refuse(why: BridgeRefusal): void;
}

/** The global function that native code calls with a message, where there is no other way in. */
const RECEIVER = 'mfCardReceive';

/**
 * Opens a way to the native side.
 *
 * @throws TypeError when it is not there, or when an origin is none.
 */
export function openChannel(way: BridgeWay, listener: ChannelListener): Channel {
  switch (way.over) {
    case 'port':
      return overPort(way.port, listener);
    case 'window':
      return overWindow(way.window, way.origin, listener);
    case 'web-message-listener':
      return overListener(nativeObject(window, way.name), listener);
    case 'javascript-interface':
      return overReceiver(nativeObject(window, way.name), way.receiver ?? RECEIVER, listener);
    case 'webkit': {
      const { webkit } = window as { webkit?: { messageHandlers?: object } };
      return overReceiver(
        nativeObject(webkit?.messageHandlers, way.name),
        way.receiver ?? RECEIVER,
        listener,
      );
    }
  }
}

function overPort(port: MessagePort, { receive }: ChannelListener): Channel {
  const heard = ({ data }: MessageEvent) => receive(data);
  port.addEventListener('message', heard);
  port.start();
  return {
    post: (text) => port.postMessage(text),
    close() {
      port.removeEventListener('message', heard);
      port.close();
    },
  };
}

function overWindow(other: Window, origin: string, { receive, refuse }: ChannelListener): Channel {
  // `*`, `null` and an address with a path are no origins, and would let others listen or speak.
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new TypeError(`"${origin}" is no origin; one looks like https://mail.example`);
  const heard = (event: MessageEvent) => {
    if (event.origin !== origin) refuse('origin');
    else if (event.source !== other) refuse('source');
    else receive(event.data);
  };
  window.addEventListener('message', heard);
  return {
    post: (text) => other.postMessage(text, origin),
    close: () => window.removeEventListener('message', heard),
  };
}

interface NativeObject {
  postMessage(text: string): unknown;
  addEventListener?(type: 'message', listener: (event: { data: unknown }) => void): void;
  removeEventListener?(type: 'message', listener: (event: { data: unknown }) => void): void;
}

function overListener(native: NativeObject, { receive }: ChannelListener): Channel {
  const heard = ({ data }: { data: unknown }) => receive(data);
  native.addEventListener?.('message', heard);
  return {
    post: (text) => void native.postMessage(text),
    close: () => native.removeEventListener?.('message', heard),
  };
}

/** The other side calls a function of the page, or, as a WKWebView can, replies to the message. */
function overReceiver(native: NativeObject, receiver: string, { receive }: ChannelListener): Channel {
  const globals = window as unknown as Record<string, unknown>;
  if (globals[receiver] !== undefined) throw new TypeError(`window.${receiver} is taken`);
  globals[receiver] = (data: unknown) => receive(data);
  return {
    post(text) {
      const reply = native.postMessage(text);
      if (!(reply instanceof Promise)) return;
      return reply.then((data: unknown) => data === null || data === undefined || receive(data));
    },
    close() {
      Reflect.deleteProperty(globals, receiver);
    },
  };
}

function nativeObject(holder: object | undefined, name: string): NativeObject {
  const found: unknown = holder && (holder as Record<string, unknown>)[name];
  // What native code injects need not look like an object of the page.
  if (!found || typeof (found as Partial<NativeObject>).postMessage !== 'function')
    throw new TypeError(`There is no native object "${name}" here`);
  return found as NativeObject;
}
