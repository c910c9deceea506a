import * as z from 'zod/mini';
import { isDateTime, isUri, UUID } from './formats.js';

/** Absolute, as the published schema wants it; what a browser may do with it is the URL policy's business. */
export const uri = z.stringFormat('uri', isUri);

/** RFC 3339 with a zone. */
export const dateTime = z.stringFormat('date-time', isDateTime);

export const uuid = z.stringFormat('uuid', UUID);

/** Ajv's integer: any finite number without a fraction, however large. zod's `multipleOf` rounds tiny fractions away. */
export const integer = z.number().check(
  z.multipleOf(1, { abort: true }),
  z.refine((value) => value % 1 === 0),
);

export const link = z.looseObject({ href: uri });

/** An optional text: the most common member. */
export const text = () => z.optional(z.string());
