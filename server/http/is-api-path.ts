const OPERATORS = ['/livez', '/readyz', '/version', '/metrics'];

/** Whether an address is the API's; everything else is a page's. */
export function isApiPath(url: string): boolean {
  const path = url.split('?', 1)[0] as string;
  return path.startsWith('/api/') || path === '/api' || OPERATORS.includes(path);
}
