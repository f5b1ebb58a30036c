import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#server/config.ts';
import { pageHeaders } from './page-headers.ts';

const NONCE_BYTES = 16;

/**
 * Gives an answer with a page its headers, and the request the same policy and its number: Next reads them from there, and puts
 * the number on every script it writes. What a caller sent under these names is overwritten.
 */
export function guardPage(
  config: Pick<Config, 'dev' | 'publicUrl'>,
  request: Pick<IncomingMessage, 'headers'>,
  response: Pick<ServerResponse, 'setHeader'>,
): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  for (const [name, value] of pageHeaders(config, nonce)) {
    response.setHeader(name, value);
    if (name === 'Content-Security-Policy') request.headers['content-security-policy'] = value;
  }
  request.headers['x-nonce'] = nonce;
}
