import type { NewBatchInput } from '#contract/batches.ts';

type KeyRequest = Extract<NewBatchInput['jobs'][number], { operation: 'enrol' }>['keys'][number];

const FIELDS = ['name', 'kind', 'publicKey', 'signature'] as const;
/** How the columns may be called, without regard to case. */
const NAMES: Readonly<Record<string, (typeof FIELDS)[number]>> = {
  name: 'name',
  naam: 'name',
  kind: 'kind',
  soort: 'kind',
  publickey: 'publicKey',
  public_key: 'publicKey',
  sleutel: 'publicKey',
  signature: 'signature',
  handtekening: 'signature',
};

/** Keys with their answers to a challenge, from a file: a JSON list, or a table with a heading. Null: it is neither. */
export function readKeyFile(text: string): KeyRequest[] | null {
  const rows = text.trim().startsWith('[') ? fromJson(text) : fromTable(text);
  if (!rows || rows.length === 0) return null;
  return rows.map((row, index) => ({
    name: (row.name ?? '').trim() || `${index + 1}`,
    ...(row.kind?.trim() ? { kind: row.kind.trim() } : {}),
    publicKey: row.publicKey ?? '',
    signature: row.signature ?? '',
  }));
}

type Row = Partial<Record<(typeof FIELDS)[number], string>>;

function fromJson(text: string): Row[] | null {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return null;
    return list.map((one: unknown) => {
      const given = (one ?? {}) as Record<string, unknown>;
      const entries = Object.entries(given).flatMap(([key, value]) => {
        const field = NAMES[key.toLowerCase()];
        return field && typeof value === 'string' ? [[field, value] as const] : [];
      });
      return Object.fromEntries(entries);
    });
  } catch {
    return null;
  }
}

/** No value of such a table holds a delimiter or the end of a line. */
function fromTable(text: string): Row[] | null {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign));
  if (delimiter === undefined) return null;
  const cells = (line: string) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const fields = cells(head).map((name) => NAMES[name.toLowerCase()]);
  if (!fields.includes('publicKey') || !fields.includes('signature')) return null;
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Object.fromEntries(cells(line).flatMap((cell, at) => (fields[at] ? [[fields[at], cell] as const] : []))),
    );
}
