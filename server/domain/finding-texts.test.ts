import { describe, expect, it } from 'vitest';
import { FINDING_TEXTS, findingText } from './finding-texts.ts';
import { RULES } from './validation/rule-set.ts';

const TEXTS = Object.entries(FINDING_TEXTS);
/** Every parameter that findings are given anywhere. */
const PARAMS = Object.fromEntries(
  (
    'allowed bytes code column columns count date depth encoding entry expected field fields found from item known least ' +
    'length limit line mapped name offset path rules score seconds state suggestion to ' +
    'total value language properties property other url reason preferred genus category before now ruleSet percentage sheet ' +
    'job format kept characters groups'
  )
    .split(' ')
    .map((name) => [name, 'x']),
);

describe('findingText', () => {
  it.each(TEXTS)('says %s in both languages, with what to do', (code) => {
    const [nl, en] = (['nl', 'en'] as const).map((locale) => findingText({ code, params: PARAMS, value: 'x' }, locale));
    for (const text of [nl?.message, nl?.advice, en?.message, en?.advice]) {
      expect(text).toMatch(/^\S.*[.?]$/s);
      expect(text).not.toMatch(/\{\w+\}/);
    }
    expect(nl?.message).not.toBe(en?.message);
  });

  it('calls categories what the reader calls them', () => {
    const finding = { code: 'ESS-02SUB1', value: 'procedure', params: { genus: 'proces', category: 'ENT' } };
    expect(findingText(finding, 'en').message).toBe(
      '“procedure” points to the category process, but the category is entity.',
    );
    expect(findingText(finding, 'nl').message).toContain('een proces, maar de categorie is entiteit');
  });

  it('addresses people formally in Dutch', () => {
    for (const [, { message, advice }] of TEXTS)
      expect(`${message.nl} ${advice.nl}`).not.toMatch(/\b(?:je|jij|jouw)\b/i);
  });

  it('has a text for every rule', () => {
    for (const { id } of RULES) expect(FINDING_TEXTS).toHaveProperty([id]);
  });

  it('has a text for everything a job can say', () => {
    const codes =
      'identity_taken stale_version reference_dangling reference_cycle duplicate_in_upload conflict_established ' +
      'conflict_changed_since_export conflict_archived database_error transient_error poison_job too_many_errors ' +
      'no_records export_definition_gone invalid_items_not_tolerated stopped_by_person definition_gone ' +
      'transition_not_allowed gate_no_context gate_critical gate_score_too_low gate_score_low gate_serious ' +
      'gate_category_low gate_no_legal_basis';
    for (const code of codes.split(' ')) expect(FINDING_TEXTS).toHaveProperty([code]);
  });

  it('says in words what made a job pause itself', () => {
    const text = (state?: string) =>
      findingText({ code: 'paused_itself', params: state ? { state } : {} }, 'nl')
        .message.split(': ')
        .at(-1);
    expect(text('55P03')).toBe('ander werk hield de gegevens te lang bezet.');
    expect(text()).toBe('een storing van de database.');
  });

  it('calls fields by the name people use', () => {
    const finding = { code: 'type_wrong', field: 'legalBasis', value: '5', params: { expected: 'list' } };
    expect(findingText(finding, 'nl').message).toBe('In het veld wettelijke basis hoort een lijst te staan.');
    expect(findingText(finding, 'en').message).toBe('The field legal basis should hold a list.');
    const header = { code: 'header_missing', params: { columns: 'term, definition' } };
    expect(findingText(header, 'nl').message).toContain('begrip, definitie');
  });

  it('still says something about a code nobody knows', () => {
    expect(findingText({ code: 'constructor' }, 'nl').message).toBe('Onbekende melding: constructor.');
  });
});
