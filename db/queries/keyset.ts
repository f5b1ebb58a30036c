/** One column of an order: its SQL, and the type its text in a cursor is read back as. */
export type KeyColumn = { sql: string; type: string };

/** An order that is total: its last column is unique. All columns run the same way, so that one row comparison pages it. */
export type Order = { columns: readonly KeyColumn[]; descending: boolean };

export type PageAt = { side: 'after' | 'before'; key: readonly string[] };

export type Keyset = {
  /** Goes behind the condition; empty on the first page. */
  condition: string;
  orderBy: string;
  /** SQL of the row's own key, as text[]. */
  key: string;
};

/** The SQL of one page of a keyset-paged list. A page that lies before a row is read backwards: reverse what comes out. */
export function keyset(order: Order, at: PageAt | null, params: unknown[]): Keyset {
  const backwards = at?.side === 'before';
  const descending = order.descending !== backwards;
  const columns = order.columns.map((column) => column.sql);
  return {
    condition: at ? ` AND (${columns.join(', ')}) ${descending ? '<' : '>'} (${bindKey(order, at, params)})` : '',
    orderBy: columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', '),
    key: `ARRAY[${columns.map((column) => `(${column})::text`).join(', ')}]`,
  };
}

function bindKey(order: Order, at: PageAt, params: unknown[]): string {
  return order.columns.map((column, index) => `$${params.push(at.key[index])}::${column.type}`).join(', ');
}

/** A page as it was asked for, out of the `limit` + 1 rows that were read: in order, and whether more lies on either side. */
export function toPage<Row>(
  rows: Row[],
  limit: number,
  at: PageAt | null,
): { rows: Row[]; before: boolean; after: boolean } {
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  if (at?.side === 'before') return { rows: kept.reverse(), before: more, after: true };
  return { rows: kept, before: at !== null, after: more };
}
