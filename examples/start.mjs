/*
 * Starts all examples on this machine and says where they are. Run: npm run examples
 */
import { start as boxerWebview } from './boxer-webview/server.mjs';
import { start as hubWeb } from './hub-web/server.mjs';
import { start as intranet } from './intranet/server.mjs';

const examples = [
  ['hub-web', await hubWeb({ port: 4101, flowsPort: 4111 })],
  ['intranet', await intranet({ port: 4102 })],
  ['boxer-webview', await boxerWebview({ port: 4103, cardPort: 4113 })],
];
for (const [name, { url }] of examples) console.log(`${name.padEnd(14)} ${url}`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const [, { close }] of examples) void close();
  });
