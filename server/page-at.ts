import { type Cursor, decodeCursor, encodeCursor } from '#domain/cursor.ts';
import { Problem } from '#domain/errors.ts';

/** Reads the cursor of a list. @throws Problem `invalid_request` when it is not one of this list's */
export function pageAt(text: string | undefined, sort: string, keyLength: number): Cursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text, sort);
  if (cursor?.key.length === keyLength) return cursor;
  throw new Problem('invalid_request', {}, [
    { path: 'cursor', code: 'invalid_cursor', message: 'The cursor does not belong to this list and sort.' },
  ]);
}

type Page = { rows: readonly { key: string[] }[]; before: boolean; after: boolean };

/** The cursors to the pages on either side of this one. */
export function cursorsOf({ rows, before, after }: Page, sort: string) {
  const first = rows.at(0);
  const last = rows.at(-1);
  return {
    previousCursor: before && first ? encodeCursor({ sort, side: 'before', key: first.key }) : null,
    nextCursor: after && last ? encodeCursor({ sort, side: 'after', key: last.key }) : null,
  };
}
