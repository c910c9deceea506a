import type { UrlPolicy } from '../schema/url-policy.js';

/** Whether a policy allows anything else. Frameworks give the same one as a new object each time they draw. */
export function isOtherPolicy(policy: UrlPolicy | undefined, before: UrlPolicy | undefined): boolean {
  return JSON.stringify(policy) !== JSON.stringify(before);
}
