import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

let door: TestDoor;
let editor: TestClient;
let lead: TestClient;
let ids: string[];

beforeAll(async () => {
  door = await testDoor();
  editor = door.people.editor.client;
  lead = door.people.lead.client;
  ids = await addDefinitions(door.services.pool, door.people.lead.actor.organisationId, [
    { term: 'vonnis', status: 'draft' },
    { term: 'arrest', status: 'established' },
    { term: 'beschikking', status: 'draft' },
    { term: 'weg', status: 'draft' },
  ]);
});
afterAll(() => door.close());

const answersOf = async (id: string, client = lead) => (await client.get(`/api/v1/definitions/${id}/reviews`)).body;
const answer = (id: string, rule: string, body: object, client = editor) =>
  client.call('PUT', `/api/v1/definitions/${id}/reviews/${rule}`, { body });
const edit = (id: string, version: number, explanation: string) =>
  lead.call('PATCH', `/api/v1/definitions/${id}`, {
    body: { explanation, reason: 'proef' },
    headers: { 'If-Match': `"${version}"` },
  });

describe('the questions no rule can decide', () => {
  it('are answered per version, by whom and when, with a remark', async () => {
    const id = ids[0] as string;
    expect(await answersOf(id)).toEqual({ version: 1, items: [] });
    const first = await answer(id, 'ESS-03', { version: 1, answer: 'yes' });
    expect(first.status).toBe(200);
    expect(first.body.items).toMatchObject([
      { ruleId: 'ESS-03', version: 1, answer: 'yes', remark: null, answeredBy: 'editor' },
    ]);
    expect(Date.parse(first.body.items[0].answeredAt)).toBeGreaterThan(Date.now() - 60_000);
    await answer(id, 'ESS-03', { version: 1, answer: 'no', remark: ' Tellen lukt niet. ' }, lead);
    expect((await answersOf(id, door.people.viewer.client)).items).toMatchObject([
      { ruleId: 'ESS-03', answer: 'no', remark: 'Tellen lukt niet.', answeredBy: 'lead' },
    ]);
  });

  it('keep their answers when a new version is made', async () => {
    const id = ids[0] as string;
    await edit(id, 1, 'anders');
    expect(await answersOf(id)).toMatchObject({ version: 2, items: [{ version: 1, answer: 'no' }] });
    expect((await answer(id, 'ESS-03', { version: 1, answer: 'yes' })).body).toMatchObject({
      code: 'version_conflict',
      params: { version: 2 },
    });
    await answer(id, 'ESS-03', { version: 2, answer: 'yes' });
    expect(
      (await answersOf(id)).items.map((one: { version: number; answer: string }) => [one.version, one.answer]),
    ).toEqual([
      [2, 'yes'],
      [1, 'no'],
    ]);
  });

  it('are asked of established definitions too, and an answer can be taken back', async () => {
    const id = ids[1] as string;
    await answer(id, 'SAM-07', { version: 1, answer: 'no' });
    expect((await answersOf(id)).items).toHaveLength(1);
    expect((await answer(id, 'SAM-07', { version: 1, answer: null })).body).toEqual({ version: 1, items: [] });
  });

  it('leave a trace of every answer, and none of the same again', async () => {
    const id = ids[2] as string;
    await answer(id, 'SAM-01', { version: 1, answer: 'yes' });
    await answer(id, 'SAM-01', { version: 1, answer: 'yes' });
    await answer(id, 'SAM-01', { version: 1, answer: 'no', remark: 'Wijkt af.' });
    await answer(id, 'SAM-01', { version: 1, answer: null });
    const { rows } = await door.database.pool.query(
      `SELECT actor_name AS who, reason, details FROM audit_entries
       WHERE action = 'definition.reviewed' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { who: 'editor', reason: null, details: { version: 1, rule: 'SAM-01', answer: 'yes', before: null } },
      { who: 'editor', reason: 'Wijkt af.', details: { version: 1, rule: 'SAM-01', answer: 'no', before: 'yes' } },
      { who: 'editor', reason: null, details: { version: 1, rule: 'SAM-01', answer: null, before: 'no' } },
    ]);
  });

  it('are not asked by other names, nor of what is deleted or of another organisation', async () => {
    const id = ids[3] as string;
    expect((await answer(id, 'STR-01', { version: 1, answer: 'yes' })).status).toBe(404);
    expect((await answer(id, 'ESS-03', { version: 1, answer: 'maybe' })).status).toBe(400);
    expect((await answer(id, 'ESS-03', { version: 1, answer: 'no', remark: 'x'.repeat(2001) })).status).toBe(400);
    await door.database.pool.query('UPDATE definitions SET deleted_at = now() WHERE id = $1', [id]);
    expect((await answer(id, 'ESS-03', { version: 1, answer: 'yes' })).body.code).toBe('definition_deleted');
    const [foreign] = await addDefinitions(door.services.pool, door.outsider.actor.organisationId, [
      { term: 'elders' },
    ]);
    const admin = door.people.admin.client;
    expect((await answersOf(foreign as string, admin)).version).toBe(1);
    expect((await answer(foreign as string, 'ESS-03', { version: 1, answer: 'yes' }, admin)).status).toBe(403);
    expect((await answer(foreign as string, 'ESS-03', { version: 1, answer: 'yes' })).status).toBe(404);
  });
});
