import type { Config } from '#server/config.ts';

type PageConfig = Pick<Config, 'dev' | 'publicUrl'>;

/** Nothing of the machine is of use to a page of ours. */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
  (feature) => `${feature}=()`,
);

/** What no answer goes without, be it a page, a file or data. */
export function commonHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): [name: string, value: string][] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', PERMISSIONS.join(', ')],
    ...(publicUrl.startsWith('https:') ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]] : []),
  ];
}

/**
 * Headers for one page: our own code and data, nobody's frame, and of what is written in the page itself only what bears this
 * request's number. A script that was let in may load more (`strict-dynamic`), which is how Next loads the parts of a page; an
 * attribute with a style or a handler in it is never obeyed.
 */
export function pageHeaders(config: PageConfig, nonce: string): [name: string, value: string][] {
  // While pages are made on the fly Next evaluates code and adds styles of its own.
  const [evaluated, styled] = config.dev ? [" 'unsafe-eval'", "'unsafe-inline'"] : ['', `'nonce-${nonce}'`];
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluated}`,
    `style-src 'self' ${styled}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [['Content-Security-Policy', policy.join('; ')], ...commonHeaders(config)];
}
