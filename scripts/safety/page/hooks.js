/*
 * Runs first in every frame: counts scripts that ran though they should not, violations of the policy, errors, and the
 * names of Trusted Types policies. Reaches into the frames that a payload makes, too.
 */
(() => {
  const seen = { scripts: [], violations: [], parsed: 0, policies: [], errors: [] };
  window.seen = seen;

  const PARSED = new Set(['script-src-attr', 'style-src-attr', 'style-src-elem']);

  hook(window);
  function hook(target) {
    if (target.seenBy) return;
    target.seenBy = seen;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
      target[name] = () => {
        seen.scripts.push(name);
        return null;
      };
    const ran = () => seen.scripts.push('__pwned');
    Object.defineProperty(target, '__pwned', { configurable: true, get: () => undefined, set: ran });
  }

  /** Frames within, as soon as they are there, and after each of their documents. */
  function reach(from) {
    for (let i = 0; i < from.length; i++)
      try {
        hook(from[i]);
        reach(from[i]);
      } catch {
        // Of another origin: what runs there is not on this page.
      }
  }
  new MutationObserver(() => reach(window)).observe(document, { childList: true, subtree: true });
  setInterval(() => reach(window), 20);

  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, sourceFile, blockedURI, sample }) => {
      // Chromium reports `on*` attributes and styles that a sanitizer only parses.
      if (PARSED.has(effectiveDirective) && /rich-text/.test(sourceFile ?? '')) seen.parsed++;
      else seen.violations.push(`${effectiveDirective} ${blockedURI} ${sample ?? ''} ${sourceFile ?? ''}`);
    },
  );
  addEventListener('error', (event) => seen.errors.push(String(event.message ?? event)));
  addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)));

  const factory = window.TrustedTypePolicyFactory?.prototype;
  const make = factory?.createPolicy;
  if (make)
    factory.createPolicy = function (name, rules) {
      seen.policies.push(name);
      return make.call(this, name, rules);
    };
})();
