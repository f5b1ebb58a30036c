import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { addDefinitions } from '#server/http/testing/add-definitions.ts';
import type { TestClient } from '#server/http/testing/test-client.ts';
import { type TestDoor, testDoor } from '#server/http/testing/test-door.ts';

const PATH = '/api/v1/rule-settings';

let door: TestDoor;
let lead: TestClient;
beforeAll(async () => {
  door = await testDoor();
  lead = door.people.lead.client;
});
afterAll(() => door.close());

const settings = async (client = lead) => (await client.get(PATH)).body;
const put = (body: object, client = lead) => client.call('PUT', PATH, { body });
const changed = async (changes: object) => {
  const { profile, modes, spellings, foreignWords, abbreviations, version } = await settings();
  return put({ profile, modes, spellings, foreignWords, abbreviations, version, ...changes });
};
const trail = async () =>
  (
    await door.database.pool.query(
      `SELECT subject_id AS "subjectId", details, actor_name AS "actorName" FROM audit_entries
       WHERE action = 'rule_settings.changed' ORDER BY id`,
    )
  ).rows;

describe('the rule settings of an organisation', () => {
  it('are the default until somebody changes them', async () => {
    const { version: _, ...rest } = DEFAULT_RULE_SETTINGS;
    expect(await settings(door.people.viewer.client)).toEqual({
      ...rest,
      version: 0,
      ruleSetVersion: '3/nl-sbb/0',
      changedAt: null,
      changedBy: null,
    });
  });

  it('change as a new version that names who did it, with an audit entry of what became different', async () => {
    const answer = await changed({
      profile: 'astra',
      modes: { 'STR-09': 'off', 'INT-02': 'on' },
      abbreviations: ['CJX'],
    });
    expect(answer.status).toBe(200);
    // INT-02 stands as the profile has it anyway.
    expect(answer.body).toMatchObject({
      profile: 'astra',
      modes: { 'STR-09': 'off' },
      version: 1,
      ruleSetVersion: '3/astra/1',
      changedBy: 'lead',
    });
    expect(await settings()).toEqual(answer.body);
    const { organisationId } = door.people.lead.actor;
    expect(await trail()).toEqual([
      {
        subjectId: organisationId,
        actorName: 'lead',
        details: { version: 1, profile: 'astra', modes: { 'STR-09': 'off' }, abbreviations: ['CJX'] },
      },
    ]);
    const { rows } = await door.database.pool.query('SELECT count(*)::int AS count FROM rule_settings');
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('stay as they are when the same is said again', async () => {
    const before = await settings();
    expect((await changed({})).body).toEqual(before);
    expect(await trail()).toHaveLength(1);
  });

  it('are not overwritten by who saw an older version', async () => {
    const before = await settings();
    const answer = await changed({ version: 0, profile: 'nl-sbb' });
    expect(answer).toMatchObject({ status: 412, body: { code: 'settings_changed', params: { version: 1 } } });
    expect(await settings()).toEqual(before);
  });

  it.each([
    ['a rule that does not exist', { modes: { 'INT-05': 'off' } }],
    ['the rule that a definition is not empty', { modes: { 'VAL-EMP-001': 'off' } }],
    ['a mode that does not exist', { modes: { 'INT-02': 'maybe' } }],
    ['an empty word', { spellings: [{ found: ' ', preferred: 'x' }] }],
    [
      'a word twice',
      {
        foreignWords: [
          { found: 'Unit', preferred: 'x' },
          { found: 'unit', preferred: 'y' },
        ],
      },
    ],
    ['another profile', { profile: 'strict' }],
  ])('refuse %s', async (_, changes) => {
    expect(await changed(changes)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('are another matter in another organisation', async () => {
    expect(await settings(door.outsider.client)).toMatchObject({ version: 0, profile: 'nl-sbb' });
  });

  it('decide over what is saved from then on, and not over what was saved before', async () => {
    const { organisationId } = door.people.lead.actor;
    const [id] = (await addDefinitions(door.services.pool, organisationId, [
      { definition: 'een bevel van een rechter om een verdachte vast te houden', status: 'draft' },
    ])) as [string];
    const read = async () => (await lead.get(`/api/v1/definitions/${id}`)).body;
    const { version } = await readRuleSettings(door.services.pool, organisationId);
    expect(await read()).toMatchObject({ ruleSetVersion: '3/nl-sbb/0' });
    await lead.call('PATCH', `/api/v1/definitions/${id}`, {
      body: { explanation: 'nu wel', reason: 'test' },
      headers: { 'If-Match': '"1"' },
    });
    const saved = await read();
    expect(saved.ruleSetVersion).toBe(`3/astra/${version}`);
    expect(saved.findings.map(({ code }: { code: string }) => code)).toContain('ARAI-06SUB1');
    expect(saved.categoryScores).toHaveLength(4);
  });
});
