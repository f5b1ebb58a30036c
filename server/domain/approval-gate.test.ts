import { describe, expect, it } from 'vitest';
import { judge } from './approval-gate.ts';
import type { Finding } from './finding.ts';

const CONTEXTS = { organisationalContext: ['OM'], legalContext: [], legalBasis: ['art. 27 Sv'] };
const GOOD = { findings: [], score: 0.9, categories: { taal: 1, juridisch: 1, structuur: 1, samenhang: 1 } };
const found = (code: string, severity: string): Finding => ({ code, severity: 'warning', params: { severity } });

type Case = [what: string, contexts: Partial<typeof CONTEXTS>, validation: Partial<Parameters<typeof judge>[1]>];

const PASS: Case[] = [
  ['a definition with nothing against it', {}, {}],
  ['one with small remarks', {}, { findings: [found('INT-01', 'low'), found('VER-03', 'medium')] }],
  ['a score of exactly 0.75', {}, { score: 0.75 }],
  ['a category of exactly 0.70', {}, { categories: { ...GOOD.categories, taal: 0.7 } }],
  ['one context of the three', { organisationalContext: [] }, {}],
];
const DOUBTFUL: [...Case, code: string][] = [
  ['a score just below 0.75', {}, { score: 0.74 }, 'gate_score_low'],
  ['a score of exactly 0.65', {}, { score: 0.65 }, 'gate_score_low'],
  ['serious findings', {}, { findings: [found('INT-08', 'high')] }, 'gate_serious'],
  ['a category below 0.70', {}, { categories: { ...GOOD.categories, samenhang: 0.69 } }, 'gate_category_low'],
  ['no legal basis', { legalBasis: [] }, {}, 'gate_no_legal_basis'],
];
const BLOCKED: [...Case, code: string][] = [
  ['no context of any kind', { organisationalContext: [], legalBasis: [] }, {}, 'gate_no_context'],
  ['a critical finding', {}, { findings: [found('ESS-01', 'critical')] }, 'gate_critical'],
  ['a score below 0.65', {}, { score: 0.64 }, 'gate_score_too_low'],
];

const outcome = (contexts: Case[1], validation: Case[2]) =>
  judge({ ...CONTEXTS, ...contexts }, { ...GOOD, ...validation });

describe('the gate before a definition is established', () => {
  it.each(PASS)('lets %s through', (_, contexts, validation) => {
    expect(outcome(contexts, validation)).toEqual({ outcome: 'pass', objections: [] });
  });

  it.each(DOUBTFUL)('wants a reason for %s', (_, contexts, validation, code) => {
    expect(outcome(contexts, validation)).toMatchObject({
      outcome: 'override_required',
      objections: [{ code, severity: 'warning' }],
    });
  });

  it.each(BLOCKED)('shuts out %s, and says that first', (_, contexts, validation, code) => {
    const { outcome: said, objections } = outcome(contexts, {
      ...validation,
      categories: { ...GOOD.categories, taal: 0 },
    });
    expect(said).toBe('blocked');
    expect(objections[0]).toMatchObject({ code, severity: 'error' });
    expect(objections.at(-1)?.severity).toBe('warning');
  });

  it('names the rules that object', () => {
    const findings = [found('ESS-01', 'critical'), found('STR-01', 'critical'), found('INT-08', 'high')];
    expect(outcome({}, { findings }).objections.map(({ params }) => params)).toEqual([
      { count: 2, rules: 'ESS-01, STR-01' },
      { count: 1, rules: 'INT-08' },
    ]);
  });
});
