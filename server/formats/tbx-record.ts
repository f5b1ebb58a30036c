import type { Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { checkTbxEntry, languageOf } from './tbx-check.ts';
import type { TbxNode } from './tbx-entries.ts';

type Fields = Record<string, unknown>;
/** A section of one language, read: what it says of the concept, and its terms. */
type Language = {
  language: string;
  definition: string;
  source: string[];
  notes: string[];
  terms: Fields[];
  rest: Fields;
};

/** A provision of law, by the look of it; anything else that a definition comes from is a source. */
const PROVISION = /\b(?:art(?:ikel(?:en)?|t?\.)?|afdeling|titel|boek|hoofdstuk|paragraaf)\s*\d|\bBWB[RVW]\d{7}\b/i;
const PREFERRED = /^preferred/;
const DISFAVOURED = /^(?:deprecated|superseded|notRecommended|obsolete)/;

/**
 * An entry of another system. It becomes one definition, in Dutch when it has that, else in the language of the file; what it says
 * in other languages, and what we have no field for, is kept in extras. `termOf` gives the term of another entry by its id.
 */
export function tbxRecord(
  entry: TbxNode,
  file: Location,
  language: string,
  termOf: (id: string) => string | undefined,
): RawRecord {
  const languages = entry.children.filter(({ name }) => name === 'langSec').map(readLanguage);
  const concept = readConcept(entry, termOf);
  const main = pick(languages, language);
  const [term, ...others] = main ? inOrder(main.terms) : [];
  const favoured = others.filter(({ status }) => !DISFAVOURED.test(String(status ?? '')));
  const definition = main?.definition || concept.definition;
  const notes = [...concept.notes, ...(main?.notes ?? []), ...listOf(term?.note)];
  const source = [...concept.source, ...(main?.source ?? [])];
  const sources = [...concept.sources, ...source.filter((text) => !PROVISION.test(text)).map((title) => ({ title }))];
  const synonyms = [
    ...favoured.map((other) => other.term),
    ...listOf(term?.also),
    ...favoured.flatMap(({ also }) => listOf(also)),
  ];
  const extras: Fields = {
    ...concept.extras,
    ...main?.rest,
    terms: (main?.terms ?? []).filter((one) => Object.keys(one).some((name) => !PLACED.has(name))).map(described),
    deprecatedTerms: others.filter((other) => !favoured.includes(other)).map((other) => other.term),
    translations: languages.filter((other) => other !== main).map(translation),
  };
  const fields: Fields = {
    term: term?.term,
    definition: definition || undefined,
    language: main?.language || undefined,
    legalContext: concept.subjects,
    organisationalContext: [
      ...concept.customers,
      ...(main?.terms ?? []).flatMap(({ customerSubset }) => listOf(customerSubset)),
    ],
    legalBasis: source.filter((text) => PROVISION.test(text)),
    sources,
    synonyms,
    examples: { sentence: (main?.terms ?? []).flatMap(({ context }) => listOf(context)) },
    explanation: notes.join('\n\n') || undefined,
    relations: concept.relations,
    extras: said(extras),
  };
  if ((fields.examples as { sentence: string[] }).sentence.length === 0) fields.examples = undefined;
  return {
    fields: said(fields),
    location: { ...file, line: entry.line },
    findings: checkTbxEntry(entry, file),
    version: null,
    id: null,
  };
}

/** What of a term has a field of ours, or says nothing that its place does not say already. */
const PLACED = new Set(['term', 'status', 'context', 'customerSubset', 'note', 'also']);

function described(term: Fields): Fields {
  const { also: _, note: __, context: ___, customerSubset: ____, ...rest } = term;
  return rest;
}

/** Dutch before the language of the file before others; one with a definition before those without. */
function pick(languages: readonly Language[], fileLanguage: string): Language | undefined {
  const rank = ({ language, definition, terms }: Language) => {
    const isDutch = /^nl\b/i.test(language);
    const isOwn =
      fileLanguage !== '' && language.toLowerCase().split('-')[0] === fileLanguage.toLowerCase().split('-')[0];
    return (terms.length > 0 ? 8 : 0) + (definition ? 4 : 0) + (isDutch ? 2 : 0) + (isOwn ? 1 : 0);
  };
  return languages.reduce<Language | undefined>(
    (best, own) => (best === undefined || rank(own) > rank(best) ? own : best),
    undefined,
  );
}

/** The preferred term first; one that should not be used last. */
function inOrder(terms: readonly Fields[]): Fields[] {
  const rank = ({ status }: Fields) =>
    PREFERRED.test(String(status ?? '')) ? 0 : DISFAVOURED.test(String(status ?? '')) ? 2 : 1;
  return terms.toSorted((a, b) => rank(a) - rank(b));
}

function translation({ language, definition, source, notes, terms, rest }: Language): Fields {
  return said({ language, definition, source, notes, terms, ...rest });
}

type Concept = {
  definition: string;
  source: string[];
  notes: string[];
  subjects: string[];
  customers: string[];
  sources: { title: string; uri?: string | undefined }[];
  relations: { type: 'related'; target: string }[];
  extras: Fields;
};

function readConcept(entry: TbxNode, termOf: (id: string) => string | undefined): Concept {
  const concept: Concept = {
    ...{ definition: '', source: [], notes: [], subjects: [], customers: [], sources: [], relations: [] },
    extras: {},
  };
  for (const node of leavesOf(entry)) {
    const { category, attributes } = node;
    const text = collapsed(node.text);
    const target = attributes.target?.trim();
    if (node.name === 'transacGrp') add(concept.extras, 'transactions', transaction(node));
    else if (node.name === 'note') concept.notes.push(text);
    else if (category === 'subjectField') concept.subjects.push(text);
    else if (category === 'customerSubset' || category === 'projectSubset') concept.customers.push(text);
    else if (category === 'definition' && concept.definition === '') concept.definition = text;
    else if (category === 'source') concept.source.push(text);
    else if (category === 'externalCrossReference') concept.sources.push({ title: text || target || '', uri: target });
    else if (category === 'crossReference')
      concept.relations.push({ type: 'related', target: termOf(target ?? '') ?? text });
    else if (category) add(concept.extras, category, target && target !== text ? `${text} (${target})` : text);
  }
  return concept;
}

function readLanguage(section: TbxNode): Language {
  const read: Language = { language: languageOf(section), definition: '', source: [], notes: [], terms: [], rest: {} };
  for (const node of leavesOf(section)) {
    const text = collapsed(node.text);
    if (node.name === 'termSec') {
      const { misplaced, ...term } = readTerm(node);
      if (term.term) read.terms.push(term);
      // A definition belongs to the language; below a term it is still one.
      if (typeof misplaced === 'string' && read.definition === '') read.definition = misplaced;
    } else if (node.name === 'transacGrp') continue;
    else if (node.name === 'note') read.notes.push(text);
    else if (node.category === 'definition' && read.definition === '') read.definition = text;
    else if (node.category === 'source') read.source.push(text);
    else if (node.category) add(read.rest, node.category, text);
  }
  return read;
}

function readTerm(section: TbxNode): Fields {
  const term: Fields = {};
  for (const node of leavesOf(section)) {
    const text = collapsed(node.text);
    if (node.name === 'term') {
      if (term.term === undefined && text !== '') term.term = text;
      else if (text !== '') add(term, 'also', text);
    } else if (node.name === 'note') add(term, 'note', text);
    else if (node.category === 'administrativeStatus' || node.category === 'usageStatus') term.status = text;
    else if (node.category === 'definition') term.misplaced ??= text;
    else if (node.category) add(term, node.category, text);
  }
  return term;
}

/** What stands in a section itself and in the groups of it; transactions and sections of their own stay whole. */
function* leavesOf(section: TbxNode): Generator<TbxNode> {
  for (const node of section.children) {
    const isGroup = node.name.endsWith('Grp') && node.name !== 'transacGrp';
    if (isGroup) yield* leavesOf(node);
    else yield node;
  }
}

function transaction({ children }: TbxNode): string {
  const parts = children.map(({ text }) => collapsed(text)).filter(Boolean);
  return parts.join(' · ');
}

/** Line ends and indentation inside a text are those of the file; an empty line is meant. */
function collapsed(text: string): string {
  const paragraphs: string[] = [''];
  for (const line of text.split('\n')) {
    const said = line.replace(/\s+/g, ' ').trim();
    const last = paragraphs.length - 1;
    if (said === '' && paragraphs[last] !== '') paragraphs.push('');
    else if (said !== '') paragraphs[last] = paragraphs[last] === '' ? said : `${paragraphs[last]} ${said}`;
  }
  return paragraphs.filter(Boolean).join('\n\n');
}

function add(fields: Fields, name: string, text: string): void {
  if (text === '') return;
  const known = fields[name];
  fields[name] = known === undefined ? text : [...listOf(known), text];
}

function listOf(value: unknown): string[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [String(value)];
}

/** Without what says nothing. */
function said(fields: Fields): Fields {
  const entries = Object.entries(fields).filter(([, value]) => {
    if (value === undefined || value === '') return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
  });
  return Object.fromEntries(entries);
}
