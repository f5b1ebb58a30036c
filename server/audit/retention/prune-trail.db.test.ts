import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { openTrail, type Trail } from '#server/audit/testing/open-trail.ts';
import { previewPruning, pruneTrail } from './prune-trail.ts';
import { readAuditRetention } from './read-retention.ts';

const AUDITOR: Actor = {
  id: uuidV7(),
  name: 'Auditor',
  role: 'auditor',
  organisationId: uuidV7(),
  clearance: 'vertrouwelijk',
  origin: { ip: null, userAgent: null, correlationId: 'proef' },
};

/** One block with entries of now and of long ago, one of now only. */
let trail: Trail;
beforeAll(async () => {
  trail = await openTrail({ AUDIT_RETENTION: 'session=2, item=10' });
  const old = (action: string, years: number) =>
    trail.services.pool.query(
      `INSERT INTO audit_entries (action, at, actor_id, actor_name, reason)
       VALUES ($1, now() - make_interval(years => $2), gen_random_uuid(), 'Wie ' || $1 || $2, 'lang geleden ' || $1)`,
      [action, years],
    );
  await old('definition.updated', 8);
  await old('definition.updated', 6);
  await old('session.start', 3);
  await old('session.start', 1);
  await old('item.corrected', 9);
  await trail.seal();
  await trail.writeMany(3);
  await trail.seal();
});
afterAll(() => trail.close());

const actions = async () =>
  (await trail.services.pool.query(`SELECT action FROM audit_entries WHERE id <= 5 ORDER BY id`)).rows.map(
    ({ action }) => action,
  );

describe('audit entries past their time', () => {
  it('are listed first, by kind, without being touched', async () => {
    expect((await previewPruning(trail.services)).map(({ kind, entries }) => [kind, entries])).toEqual([
      ['definition', 1],
      ['session', 1],
    ]);
    expect((await actions()).length).toBe(5);
  });

  it('are shown by kind, with how long each is kept, to who may read the trail', async () => {
    const { kinds, otherwise, lastPruning } = await readAuditRetention(trail.services, AUDITOR);
    const of = (kind: string) => kinds.find((one) => one.kind === kind);
    expect(of('session')).toMatchObject({ years: 2, least: 1, expired: 1 });
    expect(of('definition')).toMatchObject({ years: 7, least: 7, expired: 1 });
    expect(of('item')).toMatchObject({ years: 10, expired: 0, oldest: null });
    expect([otherwise, lastPruning]).toEqual([7, null]);
  });

  it('are held by the database as long as no signed pruning names them, and all of seven years when they could touch a definition', async () => {
    const { pool } = trail.services;
    await expect(pool.query('DELETE FROM audit_entries WHERE id = 1')).rejects.toThrow(/append-only/);
    await expect(
      pool.query(`WITH p AS (INSERT INTO audit_prunings (block, ids, years, reason, pruned_at, key_id, signature)
        SELECT 1, '{2}', '{}', 'x', now(), id, 'x' FROM audit_keys RETURNING 1) DELETE FROM audit_entries WHERE id = 2`),
    ).rejects.toThrow(/append-only/);
  });

  it('go, and the trail is still verified: what went is signed, what stays is as it was', async () => {
    expect(await pruneTrail(trail.services, 'bewaartermijn verstreken')).toBe(2);
    expect(await actions()).toEqual(['definition.updated', 'session.start', 'item.corrected']);
    expect((await trail.verify()).differences).toEqual([]);
    expect(await pruneTrail(trail.services, 'nog eens')).toBe(0);
    const { lastPruning } = await readAuditRetention(trail.services, AUDITOR);
    expect(lastPruning).toMatchObject({ entries: 2, reason: 'bewaartermijn verstreken' });
    const { rows } = await trail.services.pool.query(
      `SELECT reason, details FROM audit_entries WHERE action = 'audit.pruned'`,
    );
    expect(rows).toEqual([
      { reason: 'bewaartermijn verstreken', details: { block: 1, entries: 2, years: { definition: 7, session: 2 } } },
    ]);
  });

  it('are gone from what is searched as well', async () => {
    const { rows } = await trail.services.pool.query(`SELECT text FROM audit_texts WHERE block = 1 ORDER BY text`);
    expect(rows.map(({ text }) => text.split('\n')[0])).toEqual([
      'Wie definition.updated6',
      'Wie item.corrected9',
      'Wie session.start1',
    ]);
    const people = await trail.services.pool.query(
      `SELECT name FROM audit_people WHERE name LIKE 'Wie%' ORDER BY name`,
    );
    expect(people.rows.map(({ name }) => name)).toEqual([
      'Wie definition.updated6',
      'Wie item.corrected9',
      'Wie session.start1',
    ]);
  });

  it('do not excuse what else is missing, nor does a pruning that somebody changed', async () => {
    await trail.behindItsBack('DELETE FROM audit_entries WHERE id = 4');
    expect((await trail.verify()).differences).toEqual([{ kind: 'entry_removed', block: 1, entryId: 4 }]);
    await trail.behindItsBack(`UPDATE audit_prunings SET ids = '{1,3,4}'`);
    expect((await trail.verify()).differences.map(({ kind, entryId }) => [kind, entryId])).toEqual([
      ['pruning_invalid', null],
      ['entry_removed', 1],
      ['entry_removed', 3],
      ['entry_removed', 4],
    ]);
  });
});
