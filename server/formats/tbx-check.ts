import type { Finding, Location } from '#domain/finding.ts';
import { preview } from '#domain/record-raw.ts';
import type { TbxNode } from './tbx-entries.ts';

/** On which level each category of TBX-Basic may stand; those not named here may stand anywhere. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  subjectField: ['conceptEntry'],
  customerSubset: ['conceptEntry', 'termSec'],
  projectSubset: ['conceptEntry', 'termSec'],
  definition: ['conceptEntry', 'langSec'],
  context: ['termSec'],
  crossReference: ['conceptEntry', 'termSec'],
  xGraphic: ['conceptEntry', 'langSec'],
  administrativeStatus: ['termSec'],
  partOfSpeech: ['termSec'],
  grammaticalGender: ['termSec'],
  geographicalUsage: ['termSec'],
  termLocation: ['termSec'],
  termType: ['termSec'],
};
const VALUES: Readonly<Record<string, readonly string[]>> = {
  administrativeStatus: [
    'preferredTerm-admn-sts',
    'admittedTerm-admn-sts',
    'deprecatedTerm-admn-sts',
    'supersededTerm-admn-sts',
  ],
  partOfSpeech: ['noun', 'verb', 'adjective', 'adverb', 'other'],
  grammaticalGender: ['masculine', 'feminine', 'neuter', 'other'],
  termType: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
  transactionType: ['origination', 'modification'],
};
/** Of earlier editions, other dialects and the standard's wider list: known, so no remark. */
const ALSO_KNOWN = new Set([
  ...['source', 'responsibility', 'externalCrossReference', 'usageStatus', 'normativeAuthorization', 'register'],
  ...['example', 'explanation', 'figure', 'reliabilityCode', 'entrySource', 'conceptPosition', 'broaderConceptGeneric'],
]);
const LEVEL_NAMES = new Set(['conceptEntry', 'langSec', 'termSec']);

/**
 * What an entry has that TBX does not allow. Nothing of it keeps the entry from being read: what is in the wrong place still says
 * what it says.
 */
export function checkTbxEntry(entry: TbxNode, file: Location): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const note = (code: string, { line, text, category, name }: TbxNode, params: Record<string, string> = {}) => {
    const key = `${code} ${category} ${text}`;
    // The same thing again and again in one entry is one remark.
    if (seen.has(key) || seen.size >= 20) return;
    seen.add(key);
    const value = preview(text.trim().replace(/\s+/g, ' '));
    const said = { name: (category || name).slice(0, 60).toWellFormed(), ...params };
    findings.push({ code, severity: 'warning', location: { ...file, line }, value, params: said });
  };
  const visit = (node: TbxNode, level: string, parent: string) => {
    const own = LEVEL_NAMES.has(node.name) ? node.name : level;
    if (node.category !== null) checkCategory(node, level, parent, note);
    if (node.name === 'langSec' && !languageOf(node)) note('tbx_language_missing', node);
    if (node.name === 'termSec') checkTermSec(node, note);
    if (node.name === 'descripGrp' && node.children.filter(({ name }) => name === 'descrip').length > 1)
      note('tbx_group', node);
    for (const child of node.children) visit(child, own, node.name);
  };
  visit(entry, 'conceptEntry', '');
  return findings;
}

export function languageOf({ attributes }: TbxNode): string {
  return (attributes['xml:lang'] ?? attributes.lang ?? '').trim();
}

type Note = (code: string, node: TbxNode, params?: Record<string, string>) => void;

function checkCategory(node: TbxNode, level: string, parent: string, note: Note): void {
  const category = node.category ?? '';
  if (category === '') {
    note('tbx_type_missing', node);
    return;
  }
  const levels = LEVELS[category];
  const values = VALUES[category];
  if (levels && !levels.includes(level)) note('tbx_misplaced', node, { allowed: levels.join(', ') });
  else if (category === 'source' && LEVEL_NAMES.has(parent)) note('tbx_misplaced', node, { allowed: 'descripGrp' });
  if (values && !values.includes(node.text.trim())) note('tbx_value_unknown', node, { allowed: values.join(', ') });
  if (!levels && !values && !ALSO_KNOWN.has(category)) note('tbx_category_unknown', node);
}

function checkTermSec(node: TbxNode, note: Note): void {
  const terms = node.children.filter(({ name }) => name === 'term');
  if (terms.length === 0 || terms.every(({ text }) => text.trim() === '')) note('tbx_term_missing', node);
  else if (terms.length > 1) note('tbx_term_twice', terms[1] ?? node);
  else if (node.children[0]?.name !== 'term') note('tbx_term_order', node);
}
