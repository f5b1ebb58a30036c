import { describe, expect, it } from 'vitest';
import { DEFINITION_STATUSES, type DefinitionContent, type DefinitionStatus, EMPTY_CONTENT } from './definition.ts';
import { planUpdate, type UpdateOrder } from './plan-update.ts';
import { DEFAULT_RULE_SETTINGS } from './validation/settings.ts';
import { mayFollow, TRANSITIONS } from './workflow.ts';

const content = (more: Partial<DefinitionContent> = {}): DefinitionContent => ({
  ...EMPTY_CONTENT,
  term: 'dagvaarding',
  definition: 'schriftelijke oproep waarin staat waarvan iemand wordt beschuldigd',
  category: 'type',
  organisationalContext: ['OM'],
  legalContext: ['Strafrecht'],
  legalBasis: ['art. 258 Sv'],
  ...more,
});

function decided(current: DefinitionContent, order: Partial<UpdateOrder>): string {
  const { decision, reason, problemCode } = planUpdate(current, {
    set: {},
    status: null,
    overrides: false,
    settings: DEFAULT_RULE_SETTINGS,
    ...order,
  });
  return [decision, reason, problemCode].filter(Boolean).join(' ');
}

const to = (status: DefinitionStatus, overrides = false) => ({ status, overrides });

describe('the workflow', () => {
  const PAIRS = DEFINITION_STATUSES.flatMap((from) => DEFINITION_STATUSES.map((status) => [from, status] as const));

  it.each(PAIRS)('from %s to %s is decided as the table says', (from, status) => {
    const said = decided(content({ status: from }), to(status));
    if (from === status) expect(said).toBe('unchanged same_content');
    else if (mayFollow(from, status)) expect(said).toBe('update gate_passed');
    else expect(said).toBe('invalid transition_not_allowed transition_not_allowed');
  });

  it('is the one of the predecessor', () => {
    expect(Object.entries(TRANSITIONS).map(([from, next]) => `${from}: ${next.join(', ')}`)).toEqual([
      'imported: review, draft, archived',
      'draft: review, archived',
      'review: established, draft, archived',
      'established: archived',
      'archived: draft',
    ]);
  });
});

describe('establishing', () => {
  const review = (more: Partial<DefinitionContent> = {}) => content({ status: 'review', ...more });

  it('passes, needs a reason or is blocked as the gate says', () => {
    expect(decided(review(), to('established'))).toBe('update gate_passed');
    const doubtful = review({ definition: 'schriftelijke oproep, in een dossier als dagvaarding aangeduid' });
    expect(decided(doubtful, to('established'))).toBe('conflict gate_needs_reason');
    expect(decided(doubtful, to('established', true))).toBe('update gate_overridden');
    const blocked = review({ legalBasis: [] });
    expect(decided(blocked, to('established', true))).toBe('invalid gate_blocked gate_critical');
  });

  it('looks at what would be written, not at what is there', () => {
    const set = { legalBasis: { add: ['art. 258 Sv'] } };
    expect(decided(review({ legalBasis: [] }), { set, status: 'established' })).toBe('update gate_passed');
  });
});

describe('changing fields', () => {
  const set = { explanation: 'Nieuw.' };

  it('is possible while a definition is being worked on', () => {
    for (const status of ['imported', 'draft', 'review'] as const)
      expect(decided(content({ status }), { set })).toBe('update content_differs');
  });

  it('is not possible under what is established or archived', () => {
    expect(decided(content({ status: 'established' }), { set })).toBe('conflict established');
    expect(decided(content({ status: 'established' }), { set, status: 'archived' })).toBe('conflict established');
    expect(decided(content({ status: 'archived' }), { set })).toBe('conflict archived');
  });

  it('goes along with the way out of the archive', () => {
    expect(decided(content({ status: 'archived' }), { set, status: 'draft' })).toBe('update gate_passed');
  });

  it('writes nothing that says the same', () => {
    expect(decided(content(), { set: { legalContext: { add: ['strafrecht'] } } })).toBe('unchanged same_content');
  });

  it('refuses a validity that ends before it begins', () => {
    const dated = content({ validFrom: '2026-01-01' });
    expect(decided(dated, { set: { validUntil: '2025-01-01' } })).toBe('invalid has_errors validity_reversed');
    expect(decided(dated, { set: { validUntil: '2026-01-01' } })).toBe('update content_differs');
  });
});
