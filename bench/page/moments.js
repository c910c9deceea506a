/** The next task: after all that is to be done at once, and after what was asked for before. */
export function nextTask() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** After the next frame has been drawn. */
export async function afterPaint() {
  await new Promise(requestAnimationFrame);
  await nextTask();
}

/** Makes the browser lay out what it has put off. */
export function layOut() {
  return document.body.offsetHeight;
}
