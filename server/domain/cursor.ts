/** Where a page begins: the sort it belongs to, the key of the row beside it, and on which side of that row the page lies. */
export type Cursor = { sort: string; side: 'after' | 'before'; key: string[] };

/** A cursor as clients carry it: opaque, safe in an address. */
export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([cursor.sort, cursor.side === 'after' ? 1 : 0, ...cursor.key]));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads a cursor back; null when it is not one of ours or belongs to another sort. */
export function decodeCursor(text: string, sort: string): Cursor | null {
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length < 3) return null;
  const [itsSort, after, ...key] = parts;
  if (itsSort !== sort || (after !== 1 && after !== 0)) return null;
  return key.every((value) => typeof value === 'string') ? { sort, side: after ? 'after' : 'before', key } : null;
}

function parse(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
    );
  } catch {
    return null;
  }
}
