/*
 * The page that a browser is sent to: runs each part of a job in a fresh frame, some at a time, and posts what came of
 * them.
 */
const id = location.pathname.split('/').at(-1);
const {
  parts,
  width = 8,
  policy,
  build,
  measure,
  sandbox = true,
  patience = 600_000,
} = await (await fetch(`/job/${id}`)).json();

const results = [];
let next = 0;
await Promise.all(
  Array.from({ length: Math.min(width, parts.length) }, async () => {
    while (next < parts.length) {
      const i = next++;
      results[i] = await inFrame(parts[i]);
    }
  }),
);
await fetch(`/done/${id}`, { method: 'POST', body: JSON.stringify(results) });

/** @returns `value` of the measurement, or `failed`; and what was seen in the frame. */
async function inFrame(part) {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
  frame.width = '700';
  frame.height = '800';
  frame.src = `/frame/${policy}?build=${build}&measure=${measure}`;
  document.body.append(frame);
  let seen;
  let navigated = 0;
  let over = false;
  try {
    const run = await until(() => frame.contentWindow?.run, 120_000);
    ({ seen } = frame.contentWindow);
    frame.contentWindow.addEventListener('pagehide', () => navigated++);
    const gone = until(() => over || navigated > 0, patience).then(() => {
      if (!over) throw new Error('the frame went elsewhere');
    });
    const value = await Promise.race([run(part), gone]);
    return { value: copied(value), seen: copied(seen), navigated };
  } catch (error) {
    return { failed: String(error?.message ?? error), seen: copied(seen), navigated };
  } finally {
    over = true;
    frame.remove();
  }
}

/** What is kept of a frame keeps all of it. */
function copied(value) {
  return value && JSON.parse(JSON.stringify(value));
}

async function until(check, patience) {
  for (const end = performance.now() + patience; ;) {
    const found = check();
    if (found) return found;
    if (performance.now() > end) throw new Error('it took too long');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
