const digests = new WeakMap<TemplateStringsArray, string>();

/** Tells a template from others by its strings: what a server has drawn is taken over only where they are the same. */
export function templateDigest(strings: TemplateStringsArray): string {
  let digest = digests.get(strings);
  if (digest === undefined) {
    let sum = 0;
    for (const char of strings.join('\0')) sum = (Math.imul(sum, 31) + char.charCodeAt(0)) | 0;
    digests.set(strings, (digest = (sum >>> 0).toString(36)));
  }
  return digest;
}
