/*
 * A frame: loads one measurement and hands it to the page above as `window.run`.
 */
const { searchParams } = new URL(import.meta.url);

const { measure } = await import(`/page/measures/${searchParams.get('measure')}.js`);

window.run = (job) => measure(job, { build: `/build/${searchParams.get('build')}`, seen: window.seen });
