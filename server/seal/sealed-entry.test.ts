import { describe, expect, it } from 'vitest';
import type { EntryText } from '#domain/audit-entry-text.ts';
import { canonicalJson, parseExactly } from './canonical-json.ts';
import { hashEntry, partsOf } from './sealed-entry.ts';

const SEED = Buffer.alloc(32, 7);
const ENTRY: EntryText = {
  id: '12',
  at: '2026-11-22T10:00:00.123456Z',
  actorId: '00000000-0000-7000-8000-000000000001',
  actorName: 'Iemand',
  role: 'lead',
  organisationId: null,
  action: 'definition.updated',
  subjectType: 'definition',
  subjectId: '1',
  jobId: null,
  oldHash: 'a',
  newHash: 'b',
  reason: 'omdat',
  details: '{"email": "iemand@example.org", "count": 1.50, "a": {"z": [1e3, null], "b": true}}',
  correlationId: 'c',
  ip: '127.0.0.1',
  userAgent: 'proef',
};

describe('the hash of an entry', () => {
  it('is the documented one, so that a verifier of somebody else can make it too', () => {
    expect(hashEntry(SEED, ENTRY).toString('hex')).toBe(
      '676995414adcd0cc27309942038ebbdb22fef18e5a06e30b5f1bed19094b5806',
    );
  });

  it('changes with every field, with the seed, and when a value moves to another field', () => {
    const hashes = new Set([
      hashEntry(SEED, ENTRY).toString('hex'),
      hashEntry(Buffer.alloc(32, 8), ENTRY).toString('hex'),
    ]);
    const fields = Object.keys(ENTRY) as (keyof EntryText)[];
    for (const field of fields) {
      const other = field === 'details' ? '{"count": 1.5}' : `${ENTRY[field]}x`;
      hashes.add(hashEntry(SEED, { ...ENTRY, [field]: other }).toString('hex'));
    }
    hashes.add(hashEntry(SEED, { ...ENTRY, oldHash: 'b', newHash: 'a' }).toString('hex'));
    hashes.add(hashEntry(SEED, { ...ENTRY, subjectType: null, subjectId: null }).toString('hex'));
    hashes.add(hashEntry(SEED, { ...ENTRY, reason: null }).toString('hex'));
    hashes.add(hashEntry(SEED, { ...ENTRY, reason: '' }).toString('hex'));
    expect(hashes.size).toBe(fields.length + 6);
  });

  it('does not change with how Postgres happens to write the same JSON', () => {
    const other = '{"a":{"b":true,"z":[1e3,null]},"count":1.50,"email":"iemand@example.org"}';
    expect(hashEntry(SEED, { ...ENTRY, details: other })).toEqual(hashEntry(SEED, ENTRY));
  });

  it('keeps what is personal apart, so that the rest can be shown without it', () => {
    const [open, personal] = partsOf(ENTRY);
    expect(open.details).toBe('{"a":{"b":true,"z":[1e3,null]},"count":1.50}');
    expect(personal).toEqual({
      actorName: 'Iemand',
      ip: '127.0.0.1',
      userAgent: 'proef',
      details: '{"email":"iemand@example.org"}',
    });
    expect(JSON.stringify(open)).not.toMatch(/Iemand|127|iemand@/);
  });
});

describe('canonical JSON', () => {
  it.each([
    ['{"b":1,"a":[{"d":"\\u00e9\\n","c":null}]}', '{"a":[{"c":null,"d":"é\\n"}],"b":1}'],
    ['[1.0, 1e2, -0, 12345678901234567890.123]', '[1.0,1e2,-0,12345678901234567890.123]'],
    ['{"é":1,"z":2,"10":3,"9":4}', '{"10":3,"9":4,"z":2,"é":1}'],
    ['"x"', '"x"'],
  ])('of %s is %s', (text, canonical) => expect(canonicalJson(parseExactly(text))).toBe(canonical));
});
