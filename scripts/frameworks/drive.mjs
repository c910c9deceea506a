/*
 * What a user does in each app of examples/frameworks, the same in all of them. Throws at the first thing that isn't as it
 * should be.
 */
import assert from 'node:assert/strict';

/** How often the cards are closed and opened before listeners and nodes are counted, and until they are counted again. */
const ROUNDS = 5;

/**
 * @param browser - of Playwright.
 * @param server - what `serve()` of examples/frameworks/server.mjs gives.
 */
export async function drive(browser, server) {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  const said = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  try {
    await page.goto(server.url);
    await approveWithComment(page, server);
    await approveByKeyboard(page, server);
    await closeAndOpen(page);
    assert.deepEqual(said, [], 'nothing is said on the console');
  } catch (error) {
    throw new Error([error.message, ...said].join('\n'), { cause: error });
  } finally {
    await page.close();
  }
}

/** With the mouse; a new version of the card waits while something is being typed. */
async function approveWithComment(page, server) {
  const card = cardOf(page, 'Trip to Lisbon');
  await card.getByRole('button', { name: 'Approve' }).click();
  const comment = card.getByLabel('Comment');
  await comment.pressSequentially('Fine ');
  const before = await loads(card);
  await refresh(page);
  const show = card.getByRole('button', { name: 'Show' });
  await show.waitFor();
  assert.ok(await hasFocus(comment), 'the focus stays in what is being typed into');
  await page.keyboard.type('by me');
  await show.click();
  await show.waitFor({ state: 'detached' });
  assert.notEqual(await loads(card), before, 'the new version is shown');
  await card.getByRole('button', { name: 'Submit' }).click();
  await card.getByText('Approved').first().waitFor();
  await page.getByText('1 sent', { exact: true }).waitFor();
  assert.deepEqual(
    server.sent.map(({ id }) => id),
    ['lisbon'],
    'one request is sent',
  );
  assert.match(server.sent[0].body, /Fine(?: |\+|%20)by(?: |\+|%20)me/);
}

/** In a feed; a new version of the card is drawn in place. */
async function approveByKeyboard(page, server) {
  const card = cardOf(page, 'Trip to Oslo');
  const approve = card.getByRole('button', { name: 'Approve' });
  for (let i = 0; i < 30 && !(await hasFocus(approve)); i++) await page.keyboard.press('Tab');
  const before = await loads(card);
  await refresh(page);
  await card
    .getByText(/^\d+ times$/)
    .filter({ hasNotText: before })
    .waitFor();
  assert.ok(await hasFocus(approve), 'the focus stays on the button');
  await page.keyboard.press('Enter');
  await card.getByText('Approved').first().waitFor();
  await page.getByText('2 sent', { exact: true }).waitFor();
  assert.deepEqual(
    server.sent.map(({ id }) => id),
    ['lisbon', 'oslo'],
    'one request more is sent',
  );
}

/** As a timer of the page would: the focus stays where it is. */
function refresh(page) {
  return page.getByRole('button', { name: 'Refresh' }).evaluate((button) => button.click());
}

function loads(card) {
  return card.getByText(/^\d+ times$/).innerText();
}

function hasFocus(locator) {
  return locator.evaluate((element) => element.matches(':focus'));
}

/** What the user did is there again, and nothing of what was closed is left. */
async function closeAndOpen(page) {
  const session = await page.context().newCDPSession(page);
  const close = page.getByRole('button', { name: 'Close', exact: true });
  const open = page.getByRole('button', { name: 'Open', exact: true });
  const rounds = async () => {
    for (let i = 0; i < ROUNDS; i++) {
      await close.click();
      await page.waitForFunction(() => !document.querySelector('mf-card, mf-card-feed'));
      await open.click();
      await cardOf(page, 'Two monitors').waitFor();
    }
    await close.click();
    await page.waitForFunction(() => !document.querySelector('mf-card, mf-card-feed'));
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    await open.click();
    await cardOf(page, 'Two monitors').waitFor();
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await session.send('Performance.enable');
  await rounds();
  const before = await rounds();
  const after = await rounds();
  for (const name of ['JSEventListeners', 'Nodes'])
    assert.ok(after[name] <= before[name], `${name} grow from ${before[name]} to ${after[name]}`);
  assert.equal(await cardOf(page, 'Trip to Lisbon').getByRole('button', { name: 'Approve' }).count(), 0);
  assert.equal(await cardOf(page, 'Trip to Oslo').getByRole('button', { name: 'Approve' }).count(), 0);
  assert.equal(await cardOf(page, 'Two monitors').getByRole('button', { name: 'Approve' }).count(), 1);
}

function cardOf(page, title) {
  return page.locator('mf-card').filter({ hasText: title });
}
