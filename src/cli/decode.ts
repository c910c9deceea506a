import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Lines } from './lines.js';
import { syntaxDiagnostic, type SyntaxFact } from './syntax/fault.js';

/** The text of a file, with a byte order mark if there is one, and what is wrong with its encoding. */
export type Decoded =
  | { readonly text: string; readonly fault: Diagnostic | null }
  /** A picture, an archive, or an encoding that nothing here reads. */
  | { readonly text: null; readonly fault: Diagnostic };

/** JSON that is exchanged is UTF-8 (RFC 8259, 8.1); other texts are read all the same, as far as they can be. */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (!other)
    try {
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), fault: null };
    } catch {
      // Told below.
    }
  const text = new TextDecoder(other ?? 'utf-8', { ignoreBOM: other === null }).decode(bytes);
  if (text.includes('\0')) return { text: null, fault: encodingFault('', 0, ['no-text']) };
  if (other) return { text, fault: encodingFault(text, 0, ['other-encoding', other.toUpperCase()]) };
  const offset = Math.max(0, text.replace(/^\ufeff/, '').indexOf('\ufffd'));
  return { text, fault: encodingFault(text, offset, ['no-utf-8']) };
}

/** By its mark; without one, by the zero beside a first character that any JSON text has (RFC 4627, 3). */
function otherEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second) ? 'utf-16be' : null;
}

function encodingFault(text: string, offset: number, got: SyntaxFact): Diagnostic {
  return syntaxDiagnostic(
    { offset, length: 1, got, repair: ['save-as-utf-8'] },
    new Lines(text.replace(/^\ufeff/, '')),
  );
}
