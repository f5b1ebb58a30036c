import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditKeys } from '#db/queries/audit-blocks.ts';
import { newestAuditEntry } from '#db/queries/audit-horizon.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';
import { verifyAuditFile } from '#server/seal/verify-audit-file.ts';
import { sealBlock } from './sealing/seal-block.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ODD = '=1+1; "x"\nnog een regel \u{1F600}';

let door: TestDoor;
let auditor: TestClient;
let folder: string;
let publicKey: string;

beforeAll(async () => {
  door = await testDoor();
  auditor = door.people.auditor.client;
  folder = mkdtempSync(join(tmpdir(), 'lexport-export-'));
  const { lead } = door.people;
  const origin = { ip: '192.0.2.7', userAgent: 'Proefbrowser', correlationId: 'c' };
  for (let block = 0; block < 3; block++) {
    await insertAuditEntries(
      door.services.pool,
      { ...lead.actor, origin },
      Array.from({ length: 7 }, (_, index) => ({
        action: index % 2 === 0 ? 'definition.updated' : 'proof.made',
        reason: index === 0 ? ODD : index === 1 ? '' : null,
        details: { email: 'iemand@example.org', number: 1e21, small: 1e-7, nested: { details: { a: [index] } } },
      })),
    );
    await seal();
  }
  await insertAuditEntries(door.services.pool, lead.actor, [{ action: 'proof.late' }]);
  publicKey = (await listAuditKeys(door.services.pool)).at(-1)?.publicKey.toString('hex') as string;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await door.close();
});

async function seal() {
  const upTo = await newestAuditEntry(door.services.pool);
  expect(await sealBlock(door.services, { upTo, waitSeconds: 0 })).toHaveProperty('sealed');
}

let files = 0;
async function exported(query = '', { format = 'jsonl', as = auditor } = {}): Promise<{ path: string; text: string }> {
  const answer = await fetch(`${door.url}/api/v1/audit-entries.${format}?${query}`, { headers: { Cookie: as.cookie } });
  expect(answer.status).toBe(200);
  return saved(new TextDecoder('utf8', { ignoreBOM: true }).decode(await answer.arrayBuffer()), format);
}
function saved(text: string, format = 'jsonl') {
  const path = join(folder, `${++files}.${format}`);
  writeFileSync(path, text);
  return { path, text };
}

describe.each(['jsonl', 'csv'])('an export of the audit trail as %s', (format) => {
  it('is verified with nothing but the file and a public key', async () => {
    const { path } = await exported('', { format });
    const verdict = await verifyAuditFile(path, [publicKey]);
    expect(verdict).toMatchObject({ faults: [], blocks: 3, trusted: true, signed: true, masked: false });
    expect(verdict.unsealed).toBeGreaterThan(0);
    expect(verdict.entries).toBeGreaterThan(21);
    expect((await verifyAuditFile(path)).trusted).toBeNull();
  });

  it('is verified by filter too: each entry proves its place', async () => {
    const { path, text } = await exported('action=proof.made', { format });
    expect(await verifyAuditFile(path, [publicKey])).toMatchObject({ faults: [], entries: 9, blocks: 3, unsealed: 0 });
    expect(text).toContain('proof');
  });

  it('tells an administrator nothing of who people are, and is still verified', async () => {
    const { path, text } = await exported('', { format, as: door.people.admin.client });
    expect(text).not.toMatch(/192\.0\.2\.7|Proefbrowser|iemand@example\.org|"actorName"/);
    expect(await verifyAuditFile(path, [publicKey])).toMatchObject({ faults: [], masked: true, signed: true });
    const all = (await exported('', { format })).text;
    expect(all).toContain('192.0.2.7');
    expect(all).toContain('iemand@example.org');
  });

  it('names the entry in which something was changed', async () => {
    const { text } = await exported('', { format });
    const { path } = saved(text.replace('Proefbrowser', 'Andere browser'), format);
    const { faults } = await verifyAuditFile(path);
    expect(faults[0]).toMatch(/^Entry \d+ \(line \d+, block 1\) is not what was sealed\.$/);
    expect(faults.at(-1)).toMatch(/^The file is not the one that was exported/);
    const filtered = await exported('action=proof.made', { format });
    const other = saved(filtered.text.replace('Proefbrowser', 'Andere browser'), format);
    expect((await verifyAuditFile(other.path)).faults[0]).toMatch(
      /^Entry \d+ \(line \d+, block 1\) is not what was sealed\.$/,
    );
  });

  it('is not taken for whole when it was cut off', async () => {
    const { text } = await exported('', { format });
    const half = saved(text.slice(0, text.length / 2), format);
    await expect(verifyAuditFile(half.path)).rejects.toThrow(/cut off|cannot be read/);
    const end = format === 'csv' ? '\r\n' : '\n';
    const lines = text.trimEnd().split(end);
    const endless = saved(`${lines.slice(0, -1).join(end)}${end}`, format);
    await expect(verifyAuditFile(endless.path)).rejects.toThrow('The file has no end: it was cut off.');
  });
});

describe('the verifier', () => {
  it.each([
    ['a left out entry of a whole block', (lines: string[]) => lines.toSpliced(2, 1), /entries of block 1 are missing/],
    ['two entries that changed places', (lines: string[]) => swap(lines, 2, 3), /is not the one that was exported/],
    [
      'a left out block',
      (lines: string[]) => lines.filter((line) => !/"block":2,|"number":2,/.test(line)),
      /was exported with/,
    ],
    [
      'a changed block',
      (lines: string[]) => lines.map((line) => line.replace('"number":2,', '"number":9,')),
      /Block 9 is not what was sealed/,
    ],
    [
      'another signature',
      (lines: string[]) =>
        lines.map((line) =>
          line.includes('"number":2,') ? line.replace(/"signature":"..../, '"signature":"0000') : line,
        ),
      /signature of block 2 does not hold/,
    ],
    [
      'hashes of a block that were changed',
      (lines: string[]) => lines.map((line) => line.replace(/"leaves":\["..../, '"leaves":["0000')),
      /do not add up/,
    ],
    [
      'an entry that claims another block',
      (lines: string[]) => lines.map((line) => line.replace('"block":2,', '"block":3,')),
      /stands in no block/,
    ],
  ])('finds %s', async (_, change, sentence) => {
    const { text } = await exported();
    const { path } = saved(`${change(text.trimEnd().split('\n')).join('\n')}\n`);
    expect((await verifyAuditFile(path)).faults.join('\n')).toMatch(sentence);
  });

  it('finds an entry that was left out of a filtered export, by the signature over all of it', async () => {
    const { text } = await exported('action=proof.made');
    const lines = text.trimEnd().split('\n');
    const end = lines.length - 1;
    const fewer = lines.toSpliced(2, 1).join('\n').replace('"entries":9,"blocks":3', '"entries":8,"blocks":3');
    expect(end).toBe(13);
    expect((await verifyAuditFile(saved(`${fewer}\n`).path)).faults).toEqual([
      expect.stringMatching(/^The file is not the one/),
    ]);
  });

  it('says intact with code 0, not intact with 1, unreadable with 2, in sentences', async () => {
    const { path, text } = await exported();
    expect(await run(path, '--key', publicKey)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^Intact: \d+ entries in 3 blocks\.\nSigned with key [0-9a-f]{16}, which you trust\./,
      ),
    });
    expect(await run(path)).toMatchObject({ status: 0, stdout: expect.stringMatching(/nobody vouched for here/) });
    const foreign = await run(path, '--key', '0'.repeat(64));
    expect(foreign).toMatchObject({ status: 1, stdout: expect.stringMatching(/another key than the one you trust/) });
    const changed = saved(text.replace('Proefbrowser', 'x'));
    expect(await run(changed.path)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^NOT INTACT: /) });
    for (const content of ['', 'niets', '{"a":1}\n', '{"record":"header"}\n', 'record;id\r\n']) {
      const { status, stdout, stderr } = await run(saved(content).path);
      expect({ content, status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
        content,
        status: 2,
        stdout: '',
        lines: 1,
      });
    }
    expect(await run(join(folder, 'missing'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^There is no file /),
    });
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Say which file: npm run verify/) });
  });
});

it('an export is an entry of the trail before its first byte leaves', async () => {
  await exported('action=proof.made');
  const { rows } = await door.database.pool.query(
    `SELECT actor_name AS who, details FROM audit_entries WHERE action = 'audit.exported' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows).toEqual([{ who: 'auditor', details: { format: 'jsonl', masked: false, action: 'proof.made' } }]);
});

function swap(lines: string[], a: number, b: number): string[] {
  return lines.with(a, lines[b] as string).with(b, lines[a] as string);
}

/** The command itself, in a process that knows of no database; waited for, so that what else is under way here goes on. */
function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).toContain('"verify"');
  const env = { PATH: process.env.PATH ?? '', NODE_ENV: 'production' } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'server/seal/verify.ts'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
