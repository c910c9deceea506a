import { once } from 'node:events';
import { spawn } from 'node:child_process';

/**
 * Starts a program that ends with this process, however that ends: the shell between the two ends the program when its
 * own input is over. In a process group of its own, so that Ctrl+C ends it after those who use it.
 *
 * @param {import('node:child_process').StdioOptions} output - what the program's outputs from 1 on go to.
 */
export function startKept(program, args, { env, output = ['ignore', 'ignore'] } = {}) {
  const child = spawn(
    '/bin/sh',
    ['-c', '"$@" </dev/null & read -r _; kill $!; wait $!', 'sh', program, ...args],
    {
      env: { ...process.env, ...env },
      stdio: ['pipe', ...output],
      detached: true,
    },
  );
  child.stdin.on('error', () => undefined);
  return {
    outputs: child.stdio,
    /** Settles when the program is over, and all that it started. */
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const over = once(child, 'exit');
      child.stdin.end();
      await over;
      endGroup(child.pid);
    },
  };
}

/** A browser that goes leaves a page behind that is busy for ever. */
function endGroup(id) {
  try {
    process.kill(-id, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
