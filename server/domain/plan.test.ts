import { describe, expect, it } from 'vitest';
import {
  CHOICES,
  type Choice,
  CONFLICT_STRATEGIES,
  DECISIONS,
  type Decision,
  decide,
  IMPORT_REASONS,
  type Match,
  mayOverride,
  type REASONS,
} from './plan.ts';

const candidate = { findings: [], contentHash: 'new', version: null, repeated: false };
const match: Match = {
  definitionId: 'd',
  version: 3,
  contentHash: 'old',
  status: 'draft',
  held: false,
  classification: 'intern',
  identityKey: 'k',
};
const error = { code: 'term_missing', severity: 'error' as const };
const warning = { code: 'ESS-01', severity: 'warning' as const };

type Row = [
  what: string,
  given: {
    candidate?: Partial<Parameters<typeof decide>[0]>;
    byId?: Partial<Match> | null;
    byIdentity?: Partial<Match> | null;
  },
  expected: Record<(typeof CONFLICT_STRATEGIES)[number], string> | string,
];

const TABLE: Row[] = [
  ['what has an error', { candidate: { findings: [warning, error] }, byId: {} }, 'invalid has_errors'],
  ['what has an error and comes twice', { candidate: { findings: [error], repeated: true } }, 'invalid has_errors'],
  ['what has only warnings', { candidate: { findings: [warning] } }, 'new not_there_yet'],
  ['what comes twice', { candidate: { repeated: true }, byIdentity: {} }, 'duplicate twice_in_upload'],
  ['what is not there', {}, 'new not_there_yet'],
  ['what differs from one under legal hold', { byId: { held: true } }, 'conflict legal_hold'],
  [
    'what is the same as one under legal hold',
    { candidate: { contentHash: 'old' }, byId: { held: true } },
    'unchanged same_content',
  ],
  ['what is the same by id', { candidate: { contentHash: 'old' }, byId: {} }, 'unchanged same_content'],
  ['what is the same by identity', { candidate: { contentHash: 'old' }, byIdentity: {} }, 'unchanged same_content'],
  [
    'what is the same as an established one',
    { candidate: { contentHash: 'old' }, byId: { status: 'established' } },
    'unchanged same_content',
  ],
  [
    'what is the same as an archived one',
    { candidate: { contentHash: 'old' }, byId: { status: 'archived' } },
    'unchanged same_content',
  ],
  [
    'what is an older version and yet the same',
    { candidate: { contentHash: 'old', version: 1 }, byId: {} },
    'unchanged same_content',
  ],
  ['what differs by id', { byId: {} }, 'update content_differs'],
  ['what differs by identity', { byIdentity: {} }, 'update content_differs'],
  ['what differs and is one both ways', { byId: {}, byIdentity: {} }, 'update content_differs'],
  [
    'what is one by id and another by identity',
    { byId: {}, byIdentity: { definitionId: 'other' } },
    'conflict identity_taken',
  ],
  ['what is archived', { byId: { status: 'archived' } }, 'conflict archived'],
  [
    'what is established',
    { byId: { status: 'established' } },
    {
      skip: 'conflict established',
      overwrite: 'conflict established',
      new_version: 'new_version established',
      keep_both: 'conflict established',
      fail: 'conflict established',
    },
  ],
  [
    'what was exported before the last change',
    { candidate: { version: 2 }, byId: {} },
    {
      skip: 'conflict changed_since_export',
      overwrite: 'update changed_since_export',
      new_version: 'update changed_since_export',
      keep_both: 'conflict changed_since_export',
      fail: 'conflict changed_since_export',
    },
  ],
  [
    'what was exported before it was established',
    { candidate: { version: 2 }, byId: { status: 'established' } },
    {
      skip: 'conflict established',
      overwrite: 'conflict established',
      new_version: 'new_version established',
      keep_both: 'conflict established',
      fail: 'conflict established',
    },
  ],
  ['what was exported at this version', { candidate: { version: 3 }, byId: {} }, 'update content_differs'],
  ['what says it is of a later version', { candidate: { version: 9 }, byId: {} }, 'update content_differs'],
];

describe('the decision over one item', () => {
  const rows = TABLE.flatMap(([what, given, expected]) =>
    CONFLICT_STRATEGIES.map((strategy) => ({
      what,
      strategy,
      given,
      expected: typeof expected === 'string' ? expected : expected[strategy],
    })),
  );

  it.each(rows)('$what, with $strategy: $expected', ({ given, strategy, expected }) => {
    const byId = given.byId ? { ...match, ...given.byId } : null;
    const byIdentity = given.byIdentity ? { ...match, ...given.byIdentity } : null;
    const planned = decide({ ...candidate, ...given.candidate }, byId, byIdentity, strategy);
    expect(`${planned.decision} ${planned.reason}`).toBe(expected);
    const matched = byId ?? byIdentity;
    expect(planned).toMatchObject({
      definitionId: matched?.definitionId ?? null,
      baseVersion: matched?.version ?? null,
    });
  });

  /** Reasons of a person, or of what goes on after the decision. */
  const LATER: readonly string[] = ['by_hand', 'kept_both', 'applied_before'];

  it('knows every reason and every decision but those of a person', () => {
    const said = TABLE.flatMap(([, , expected]) =>
      typeof expected === 'string' ? [expected] : Object.values(expected),
    );
    const decisions = new Set(said.map((text) => text.split(' ')[0]));
    const reasons = new Set(said.map((text) => text.split(' ')[1]));
    expect(decisions).toEqual(new Set(DECISIONS.filter((decision) => decision !== 'skip')));
    expect(reasons).toEqual(new Set(IMPORT_REASONS.filter((reason) => !LATER.includes(reason))));
  });
});

describe('a decision by hand', () => {
  const ALLOWED: [Decision, (typeof REASONS)[number], Choice[]][] = [
    ['new', 'not_there_yet', ['skip']],
    ['update', 'content_differs', ['skip', 'keep_both']],
    ['new_version', 'established', ['skip', 'keep_both']],
    ['conflict', 'established', ['skip', 'new_version', 'keep_both']],
    ['conflict', 'changed_since_export', ['skip', 'update', 'keep_both']],
    ['conflict', 'archived', ['skip', 'keep_both']],
    ['conflict', 'identity_taken', ['skip', 'keep_both']],
    ['conflict', 'legal_hold', ['skip', 'keep_both']],
    ['conflict', 'gate_needs_reason', ['skip', 'update']],
    ['update', 'gate_passed', ['skip']],
    ['invalid', 'gate_blocked', ['skip']],
    ['unchanged', 'same_content', []],
    ['duplicate', 'twice_in_upload', ['keep_both']],
    ['invalid', 'has_errors', ['skip']],
    ['skip', 'by_hand', []],
  ];

  it.each(ALLOWED)('of %s (%s) may be: %j', (decision, reason, allowed) => {
    expect(CHOICES.filter((to) => mayOverride(decision, reason, to)).toSorted()).toEqual(allowed.toSorted());
  });

  it('never edits an established definition in place', () => {
    for (const decision of DECISIONS) expect(mayOverride(decision, 'established', 'update')).toBe(false);
  });
});
