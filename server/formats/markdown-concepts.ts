import type { RelationType } from '#domain/definition.ts';
import type { Finding, Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { fieldTarget } from './field-names.ts';
import { anchorOf, withoutLinks } from './markdown-links.ts';
import { markdownSources } from './markdown-sources.ts';

type Section = { term: string; line: number; part: string; lines: string[] };
type Fields = Record<string, unknown>;

const RELATIONS: Readonly<Record<string, RelationType>> = {
  'specialisatie van': 'broader',
  'generalisatie van': 'narrower',
  'onderdeel van': 'part_of',
  omvat: 'has_part',
  'exemplaar van': 'instance_of',
  'categorie van': 'has_instance',
  gerelateerd: 'related',
};
const SYNONYMS = /^(?:alternatieve (?:aanduiding|term)|synoniem|synoniemen)$/;
const LABELLED = /^(\p{Lu}[^:*\n[\]]{1,40}):(?:\s([\s\S]*))?$/u;
const KIND = /^\*Een «[^»]{1,300}» is een ([^*\n]{1,100}?)\.?\*$/;

/**
 * A framework of concepts as people keep it in Markdown: a heading for each concept, its definition as a quotation, and paragraphs
 * that begin with what they are about ("Bron:", "Specialisatie van:"). Links to headings are relations.
 */
export function* markdownConcepts(text: string, file: Location): Generator<RawRecord, void> {
  const sections = sectionsOf(text);
  const terms = new Map(sections.map(({ term }) => [anchorOf(term), term]));
  for (const section of sections) yield conceptRecord(section, terms, file);
}

/** Whether a text is such a framework rather than prose with headings. */
export function isConcepts(text: string): boolean {
  return /^#{2,3} \S/m.test(text) && /^> ?\S/m.test(text);
}

function sectionsOf(text: string): Section[] {
  const mark = /^### \S/m.test(text) ? '### ' : '## ';
  const sections: Section[] = [];
  let part = '';
  let open: Section | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith(mark)) {
      const term = withoutLinks(line.slice(mark.length))
        .text.replace(/\s#+\s*$/, '')
        .trim();
      open = { term, line: index + 1, part, lines: [] };
      sections.push(open);
    } else if (/^#{1,2} /.test(line)) {
      part = line.replace(/^#+/, '').trim();
      open = null;
    } else open?.lines.push(line);
  }
  return sections;
}

type Reading = {
  fields: Fields;
  extras: Record<string, unknown>;
  relations: { type: RelationType; target: string }[];
  hasRelations: boolean;
  /** Terms that texts link to. */
  mentioned: Set<string>;
  linksNowhere: Set<string>;
  isCleaned: boolean;
};

function conceptRecord(
  { term, line, part, lines }: Section,
  terms: ReadonlyMap<string, string>,
  file: Location,
): RawRecord {
  const location = { ...file, line };
  const reading: Reading = {
    fields: { term },
    extras: part === '' ? {} : { deel: part },
    relations: [],
    hasRelations: false,
    mentioned: new Set(),
    linksNowhere: new Set(),
    isCleaned: false,
  };
  for (const paragraph of paragraphsOf(lines)) readParagraph(reading, paragraph, terms);
  const { fields, extras, relations } = reading;
  const related = new Set(relations.map(({ target }) => target));
  for (const target of reading.mentioned) if (!related.has(target)) relations.push({ type: 'related', target });
  if (reading.hasRelations || relations.length > 0)
    fields.relations = relations.filter(({ target }) => target !== term);
  if (Object.keys(extras).length > 0) fields.extras = extras;
  return { fields, location, findings: remarks(reading, location), version: null, id: null };
}

function paragraphsOf(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

function readParagraph(reading: Reading, paragraph: string, terms: ReadonlyMap<string, string>): void {
  const { fields, extras } = reading;
  if (paragraph.startsWith('>')) {
    append(fields, 'definition', unlinked(reading, paragraph.replace(/^> ?/gm, ''), terms));
    return;
  }
  const kind = KIND.exec(paragraph)?.[1];
  if (kind) {
    extras.soort = kind;
    return;
  }
  const [, label = '', value = ''] = LABELLED.exec(paragraph) ?? [];
  if (label !== '' && readLabelled(reading, label.trim(), value.trim(), terms)) return;
  if (/^\*[^*][\s\S]*\*$/.test(paragraph)) {
    const note = unlinked(reading, paragraph.slice(1, -1).trim(), terms);
    extras.notities = [...((extras.notities as string[]) ?? []), note];
  } else append(fields, 'explanation', unlinked(reading, paragraph, terms));
}

/** False when the label is just how a sentence begins. */
function readLabelled(reading: Reading, label: string, value: string, terms: ReadonlyMap<string, string>): boolean {
  const { fields } = reading;
  const name = label.toLowerCase();
  const relation = RELATIONS[name];
  if (relation) {
    reading.hasRelations = true;
    relate(reading, relation, value, terms);
  } else if (name === 'bron' || name === 'bronnen') Object.assign(fields, markdownSources(value));
  else if (SYNONYMS.test(name)) fields.synonyms = names(value);
  else {
    const target = fieldTarget(label)?.target;
    if (!target || target.field === 'term' || target.field === 'definition') return false;
    if (target.kind) {
      const examples = value === '' ? [] : [unlinked(reading, value, terms)];
      fields.examples = { ...(fields.examples as Fields), [target.kind]: examples };
    } else if (target.field === 'explanation') append(fields, 'explanation', unlinked(reading, value, terms));
    else fields[target.field] = LISTED.has(target.field) ? names(value) : unlinked(reading, value, terms);
  }
  return true;
}

const LISTED = new Set(['organisationalContext', 'legalContext', 'legalBasis', 'antonyms', 'chainPartners']);

/** Names in a row; those in italics may have commas of their own. */
function names(value: string): string[] {
  const italics = [...value.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name.trim());
  const found = italics.length > 0 ? italics : withoutLinks(value).text.split(/[,;\n]/);
  return found.map((name) => name.trim()).filter(Boolean);
}

function relate(reading: Reading, type: RelationType, value: string, terms: ReadonlyMap<string, string>): void {
  const { text, links } = withoutLinks(value);
  const targets = links.length > 0 ? links.map((link) => terms.get(link.anchor) ?? link.words) : names(text);
  for (const target of targets) {
    const known = reading.relations.some((other) => other.type === type && other.target === target);
    if (!known && target !== '') reading.relations.push({ type, target });
  }
}

/** The text without its links. What it links to is related to it, unless it is said to be so in another way. */
function unlinked(reading: Reading, linked: string, terms: ReadonlyMap<string, string>): string {
  const { text, links } = withoutLinks(linked);
  if (text !== linked) reading.isCleaned = true;
  for (const { words, anchor } of links) {
    if (/^[a-z]+:/i.test(anchor)) continue;
    if (anchor === '') reading.linksNowhere.add(words);
    else reading.mentioned.add(terms.get(anchor) ?? words);
  }
  return text.trim();
}

function append(fields: Fields, field: string, text: string): void {
  fields[field] = fields[field] ? `${String(fields[field])}\n\n${text}` : text;
}

function remarks({ isCleaned, linksNowhere }: Reading, location: Location): Finding[] {
  const findings: Finding[] = [];
  if (isCleaned) {
    findings.push({ code: 'links_read', severity: 'info', location, params: { fields: 'definition' } });
  }
  if (linksNowhere.size > 0) {
    const value = [...linksNowhere].join(', ').slice(0, 200).toWellFormed();
    findings.push({ code: 'links_nowhere', severity: 'info', location, value, params: { count: linksNowhere.size } });
  }
  return findings;
}
