import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { Problem } from '#domain/errors.ts';
import type { Locale } from '#domain/locale.ts';
import { fieldErrors } from './field-errors.ts';

/** The database is not there, is going away, or has no connection left (SQLSTATE classes and Node's own codes). */
const UNAVAILABLE = /^(08...|57P0[1-3]|53300|57014|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;
const UNAVAILABLE_MESSAGE = /connection terminated|timeout exceeded when trying to connect|client has encountered/i;
/** The disk is full, under the files or under the database. */
const FULL = /^(ENOSPC|EDQUOT|53100)$/;
/** What the database says of a definition that must stay as it is; see the trigger `definitions_held`. */
const HELD = 'LX001';
/** Data the database could not read as what it should be, such as a cursor somebody made up. */
const BAD_DATA = /^22...$/;

/** What is wrong, by name; null when it is a fault of ours that must be logged. */
export function problemOf(error: unknown, locale: Locale): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return new Problem('invalid_request', {}, fieldErrors(error, locale));
  if (error instanceof HTTPException && error.status === 400) return new Problem('invalid_json');
  for (let cause: unknown = error, depth = 0; cause && depth < 6; cause = (cause as Error).cause, depth++) {
    const { code = '', message = '' } = cause as { code?: unknown; message?: string };
    if (UNAVAILABLE.test(String(code)) || UNAVAILABLE_MESSAGE.test(message)) return new Problem('unavailable');
    if (FULL.test(String(code))) return new Problem('storage_full');
    if (code === HELD) return new Problem('legal_hold');
    if (BAD_DATA.test(String(code))) return new Problem('invalid_request');
  }
  return null;
}
