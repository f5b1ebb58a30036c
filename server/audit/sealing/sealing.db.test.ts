import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAuditBlocks, listAuditKeys } from '#db/queries/audit-blocks.ts';
import { eventually } from '#db/testing/eventually.ts';
import { openTrail, type Trail } from '#server/audit/testing/open-trail.ts';
import { generateSealingKey } from '#server/seal/keys.ts';
import { watchHorizon } from './horizon.ts';
import { NotTheKeyInUse, rotateKey } from './rotate-key.ts';
import { BLOCK_ENTRIES, sealBlock } from './seal-block.ts';
import { startSealing } from './start-sealing.ts';

let trail: Trail;
beforeEach(async () => {
  trail = await openTrail();
});
afterEach(() => trail.close());

const ENTRY = `INSERT INTO audit_entries (action) VALUES ('proof.written') RETURNING id`;
const newest = async () =>
  (await trail.services.pool.query('SELECT max(id) AS id FROM audit_entries')).rows[0].id as number;
const blocks = () => listAuditBlocks(trail.services.pool, 1, 1_000);

describe('sealing', () => {
  it('makes blocks of consecutive entries, each hanging on the one before', async () => {
    await trail.writeMany(BLOCK_ENTRIES + 10);
    await trail.seal();
    await trail.writeMany(3);
    await trail.seal();
    const all = await blocks();
    expect(all.map(({ number, entries }) => [number, entries])).toEqual([
      [1, BLOCK_ENTRIES],
      [2, 10],
      [3, 3],
    ]);
    for (const [index, block] of all.entries()) {
      expect(block.afterId).toBe(all[index - 1]?.lastId ?? 0);
      expect(block.previous.toString('hex')).toBe(all[index - 1]?.hash.toString('hex') ?? '0'.repeat(64));
    }
    expect((await trail.verify()).status).toBe('intact');
  });

  it('waits for more until the oldest entry has waited long enough', async () => {
    await trail.writeMany(2);
    const upTo = await newest();
    expect(await sealBlock(trail.services, { upTo, waitSeconds: 3600 })).toBe('waiting');
    expect(await sealBlock(trail.services, { upTo, waitSeconds: 0 })).toEqual({ sealed: 2 });
    expect(await sealBlock(trail.services, { upTo, waitSeconds: 0 })).toBe('waiting');
  });

  it('leaves nothing out whose early number commits late', async () => {
    const { pool } = trail.services;
    const late = await pool.connect();
    await late.query('BEGIN');
    const { id } = (await late.query(ENTRY)).rows[0];
    await trail.writeMany(5);
    const horizon = watchHorizon(trail.services);
    for (let round = 0; round < 5; round++) expect(await horizon()).toBeLessThan(id);
    // A writer that came later does not keep it waiting.
    const later = await pool.connect();
    await later.query('BEGIN');
    await later.query(ENTRY);
    await late.query('COMMIT');
    expect(await horizon()).toBe(id + 5);
    await sealBlock(trail.services, { upTo: await horizon(), waitSeconds: 0 });
    expect((await blocks()).flatMap(({ ids }) => ids)).toContain(id);
    await later.query('COMMIT');
    late.release();
    later.release();
  });

  it('seals every entry exactly once while many write, some of them slowly, some in vain, and several processors seal', async () => {
    const { services } = trail;
    const log = vi.fn();
    const sealers = [1, 2, 3].map(() => startSealing({ ...services, config: quick(services.config), log }));
    const writer = async (own: number) => {
      const client = await services.pool.connect();
      for (let round = 0; round < 60; round++) {
        await client.query('BEGIN');
        await client.query(ENTRY);
        await client.query('SAVEPOINT here');
        await client.query(ENTRY);
        if (round % 4 === 0) await client.query('ROLLBACK TO SAVEPOINT here');
        await client.query('SELECT pg_sleep($1)', [((own * 7 + round * 13) % 10) / 100]);
        await client.query(ENTRY);
        await client.query(round % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
      }
      client.release();
    };
    await Promise.all([1, 2, 3, 4, 5].map(writer));
    const { rows } = await services.pool.query<{ ids: string[] }>(
      'SELECT array_agg(id ORDER BY id) AS ids FROM audit_entries',
    );
    const all = rows[0]?.ids.map(Number);
    await eventually(async () => expect((await blocks()).flatMap(({ ids }) => ids)).toEqual(all));
    await Promise.all(sealers.map((stop) => stop()));
    expect((await blocks()).length).toBeGreaterThan(1);
    expect((await trail.verify()).differences).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });
});

describe('the key that seals', () => {
  it('is made once, for its owner only, and its public half is kept in the database', async () => {
    await trail.writeMany(1);
    await trail.seal();
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    const [key, ...others] = await listAuditKeys(trail.services.pool);
    expect(others).toEqual([]);
    expect(key?.publicKey.length).toBe(32);
    expect((await blocks()).map(({ keyId }) => keyId)).toEqual([key?.id]);
  });

  it('is neither replaced nor made again when it is lost or another one lies there', async () => {
    await trail.writeMany(1);
    await trail.seal();
    const own = readFileSync(keyFile());
    await trail.writeMany(1);
    rmSync(keyFile());
    expect(await trail.seal()).toBe('no_key');
    expect(readdirSync(trail.dataDir)).not.toContain('audit-key.pem');
    writeFileSync(keyFile(), generateSealingKey());
    expect(await trail.seal()).toBe('other_key');
    writeFileSync(keyFile(), own);
    expect(await trail.seal()).toBe('waiting');
    expect((await blocks()).length).toBe(2);
  });

  it('may be given by the operator, and then is never made', async () => {
    const path = join(trail.dataDir, 'given.pem');
    const given = { pool: trail.services.pool, config: { ...trail.services.config, auditKeyFile: path } };
    await trail.writeMany(1);
    const options = { upTo: await newest(), waitSeconds: 0 };
    expect(await sealBlock(given, options)).toBe('no_key');
    writeFileSync(path, 'no key at all');
    await expect(sealBlock(given, options)).rejects.toThrow(/^The key for sealing is not a private key in PEM\.$/);
    writeFileSync(path, generateSealingKey());
    expect(await sealBlock(given, options)).toEqual({ sealed: 1 });
  });

  it('is rotated: the old one vouches for the new one, is kept as a public key, and its private half is gone', async () => {
    await trail.writeMany(2);
    await trail.seal();
    const old = readFileSync(keyFile(), 'utf8');
    const next = await rotateKey(trail.services, { lost: false });
    expect(readFileSync(keyFile(), 'utf8')).not.toBe(old);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(trail.dataDir).filter((name) => name.includes('.pem'))).toEqual(['audit-key.pem']);
    await trail.seal();
    expect((await blocks()).map(({ keyId }) => keyId).at(-1)).toBe(next.id);
    expect((await trail.verify()).status).toBe('intact');
    // Whoever has only the first key follows it to the second.
    writeFileSync(keyFile(), old);
    expect((await trail.verify()).status).toBe('intact');
    await expect(rotateKey(trail.services, { lost: false })).rejects.toThrow(NotTheKeyInUse);
  });

  it('is replaced when it was lost; what it sealed stays as good as it was', async () => {
    await trail.writeMany(2);
    await trail.seal();
    rmSync(keyFile());
    await expect(rotateKey(trail.services, { lost: false })).rejects.toThrow(NotTheKeyInUse);
    await rotateKey(trail.services, { lost: true });
    expect(await trail.seal()).toBe('waiting');
    expect((await blocks()).length).toBe(2);
    expect((await trail.verify()).status).toBe('intact');
  });

  it('takes its place when a rotation was interrupted halfway', async () => {
    await trail.writeMany(1);
    await trail.seal();
    const old = readFileSync(keyFile());
    await rotateKey(trail.services, { lost: false });
    renameSync(keyFile(), `${keyFile()}.next`);
    writeFileSync(keyFile(), old);
    expect(await trail.seal()).toBe('waiting');
    expect((await blocks()).length).toBe(2);
  });

  it('does not seal behind a chain that was cut off', async () => {
    await trail.writeMany(1);
    await trail.seal();
    await trail.writeMany(1);
    await trail.seal();
    await trail.behindItsBack('DELETE FROM audit_blocks WHERE number = 2');
    expect(await trail.seal()).toBe('truncated');
    const { rows } = await trail.services.pool.query('SELECT problem FROM audit_sealing');
    expect(rows).toEqual([{ problem: 'truncated' }]);
  });
});

const keyFile = () => join(trail.dataDir, 'audit-key.pem');

function quick(config: Trail['services']['config']) {
  return { ...config, limits: { ...config.limits, auditSealSeconds: 1 } };
}
