/**
 * Whether an `Origin` is this site itself: the public address, or the very host the request was sent to. Browsers always
 * send it on requests that change something; programs that are not browsers have no cookies of anybody to abuse.
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  const url = URL.parse(origin);
  if (!url) return false;
  return url.origin === URL.parse(publicUrl)?.origin || (host !== undefined && url.host === host.toLowerCase());
}
