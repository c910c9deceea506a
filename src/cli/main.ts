#!/usr/bin/env node
import { nodeHost } from './host.js';
import { run } from './program.js';

// Whoever reads the output may stop early: `mf-card check … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), nodeHost);
