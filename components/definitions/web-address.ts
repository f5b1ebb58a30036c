/** The address when it is one of the web, else null: what a file says must never become a script to click on. */
export function webAddress(uri: string | null): string | null {
  if (!uri || !URL.canParse(uri)) return null;
  const { protocol, href } = new URL(uri);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
