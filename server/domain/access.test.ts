import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, actionsOf, mayDo, ROLES, type Role, readScope } from './access.ts';

/** Who may do what, a second time and by hand: v(iewer), e(ditor), l(ead), a(uditor), A(dmin). */
const TABLE: Record<Action, string> = {
  'definition:read': 'velaA',
  'definition:edit': 'elA',
  'definition:review': 'elA',
  'definition:decide': 'lA',
  'definition:redact': 'lA',
  'definition:hold': 'lA',
  'definition:share': 'lA',
  'definition:declassify': 'lA',
  'definition:import': 'lA',
  'definition:export': 'lA',
  'definition:delete': 'lA',
  'definition:anonymise': 'lA',
  'definition:erase': 'lA',
  'batch:read': 'velaA',
  'batch:start': 'lA',
  'batch:control': 'lA',
  'schedule:manage': 'lA',
  'rules:manage': 'lA',
  'redaction:manage': 'A',
  'approval:decide': 'lA',
  'approval:manage': 'A',
  'retention:manage': 'lA',
  'upload:create': 'lA',
  'artifact:download': 'laA',
  'audit:read': 'aA',
  'audit:verify': 'aA',
  'audit:personal': 'a',
  'monitoring:read': 'aA',
  'webhook:manage': 'lA',
  'provenance:manage': 'A',
  'proof:lock': 'lA',
  'person:read': 'aA',
  'person:clear': 'A',
  'person:secure': 'A',
};
const LETTER: Record<Role, string> = { viewer: 'v', editor: 'e', lead: 'l', auditor: 'a', admin: 'A' };

describe('access', () => {
  it.each(ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const)))('%s, %s', (role, action) => {
    expect(mayDo(role, action)).toBe(TABLE[action].includes(LETTER[role]));
    expect(actionsOf(role).includes(action)).toBe(mayDo(role, action));
  });

  it('lets an auditor change nothing: a verification only looks', () => {
    expect(actionsOf('auditor').filter((action) => !/:(read|download|verify|personal)$/.test(action))).toEqual([]);
  });

  it('of an API key is what its owner may do and the key as well', () => {
    const key = { role: 'editor', scopes: ['definition:read', 'definition:edit', 'batch:start'] } as const;
    expect(actionsOf(key)).toEqual(['definition:read', 'definition:edit']);
    expect(mayDo({ role: 'admin', scopes: [] }, 'definition:read')).toBe(false);
    expect(mayDo({ role: 'admin' }, 'definition:read')).toBe(true);
  });

  it('shows other organisations to auditor and admin only', () => {
    for (const role of ROLES)
      expect(readScope({ role, organisationId: 'o' })).toBe(['auditor', 'admin'].includes(role) ? null : 'o');
  });
});
