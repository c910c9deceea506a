import { describe, expect, it } from 'vitest';
import { isUnseen } from '../../src/schema/unseen.js';

describe('given a text', () => {
  it.each(['\u200b', '\u3164', '\u2800\u2800', '\u0085\u009b', '\u2066\u2069', '\u00ad', '\u{e0041}'])(
    'tells that nobody can see %j',
    (text) => expect(isUnseen(text)).toBe(true),
  );

  it.each(['\u200bApprove', '\u{1f44d}', '.', '承認', 'موافقة', 'é'])('tells that %j can be seen', (text) =>
    expect(isUnseen(text)).toBe(false),
  );
});
