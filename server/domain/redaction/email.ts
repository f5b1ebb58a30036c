import type { Detector } from './hit.ts';

/** The longest local part and domain there can be (RFC 5321). */
const MOST_LOCAL = 64;
const MOST_DOMAIN = 255;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.(?:\p{L}{2,24}|xn--[a-z0-9-]{2,50})/u;

/** E-mail addresses: from each @ to both sides. */
export const findEmail: Detector = (text) => {
  const found: ReturnType<Detector> = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MOST_LOCAL && LOCAL.test(text[start - 1] ?? '')) start--;
    // Quotes, slashes and the like around an address are no part of it, and neither is what a link puts before it.
    start += /^[^\p{L}\p{N}]*/u.exec(text.slice(start, at))?.[0].length ?? 0;
    start += /^(?:.*[=?&/])/.exec(text.slice(start, at))?.[0].length ?? 0;
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MOST_DOMAIN))?.[0];
    if (start === at || !domain || text[at - 1] === '.') continue;
    const end = at + 1 + domain.length;
    found.push({ start, end, value: text.slice(start, end).toLowerCase() });
  }
  return found;
};
