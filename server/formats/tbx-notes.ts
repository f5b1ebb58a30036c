import type { DefinitionContent, Relation, RelationType, Source } from '#domain/definition.ts';

/**
 * What TBX-Basic has no category for stands in notes that begin with what they are. Only notes of files we wrote ourselves are read
 * like that; elsewhere a note is a note.
 */
const LABELS = [
  'Toelichting',
  'Bron',
  'Vindplaats',
  'Zaakverwijzing',
  'Praktijkvoorbeeld',
  'Tegenvoorbeeld',
  'Relatie',
] as const;
type Label = (typeof LABELS)[number];

const LABELLED = new RegExp(`^(${LABELS.join('|')}): ([\\s\\S]*)$`);
const RELATION = /^(\w+)(?: c-([0-9a-f]{8}-[0-9a-f-]{27}))?(?: ([\s\S]+))?$/;

const ADDRESSED = /^([\s\S]*) <([^<>]*)>$/;

/** The term that stands beside another as the one to prefer. */
export const PREFERRED_NOTE = 'Voorkeursterm';

export function labelledNote(label: Label, text: string): string {
  return `${label}: ${text}`;
}

/** A source that has no address on the web. */
export function sourceNote(title: string, uri: string | null): string {
  if (uri === null) return labelledNote('Bron', ADDRESSED.test(title) ? `${title} <>` : title);
  return labelledNote('Bron', `${title} <${uri.replaceAll('<', '%3C').replaceAll('>', '%3E')}>`);
}

/** An explanation as it is, unless it would be taken for something else. */
export function explanationNote(text: string): string {
  return LABELLED.test(text) ? labelledNote('Toelichting', text) : text;
}

export function relationNote({ type, targetId, targetTerm }: Relation): string {
  return labelledNote('Relatie', [type, targetId && `c-${targetId}`, targetTerm].filter(Boolean).join(' '));
}

type Noted = Pick<DefinitionContent, 'caseReferences' | 'explanation' | 'relations'> & {
  sources: Source[];
  practical: string[];
  counter: string[];
};

/** Adds what one note of our own says. */
export function readNote(noted: Noted, note: string): void {
  const [, label, text = ''] = LABELLED.exec(note) ?? [];
  if (label === undefined || label === 'Toelichting') noted.explanation = label ? text : note;
  else if (label === 'Bron') noted.sources.push(sourceOf(text));
  else if (label === 'Praktijkvoorbeeld') noted.practical.push(text);
  else if (label === 'Tegenvoorbeeld') noted.counter.push(text);
  else if (label === 'Relatie') noted.relations.push(relationOf(text));
  else if (label === 'Zaakverwijzing') {
    const space = text.indexOf(' ');
    const kind = text.slice(0, space) as DefinitionContent['caseReferences'][number]['kind'];
    noted.caseReferences.push({ kind, value: text.slice(space + 1) });
  } else {
    const last = noted.sources.at(-1);
    if (last) last.citation = text;
  }
}

/** A title, and behind it between angle brackets an address that is none of the web. */
function sourceOf(text: string): Source {
  const [, title = text, uri = ''] = ADDRESSED.exec(text) ?? [];
  return { title, uri: uri === '' ? null : uri, citation: null };
}

function relationOf(text: string): Relation {
  const [, type = text, targetId = null, targetTerm = null] = RELATION.exec(text) ?? [];
  return { type: type as RelationType, targetId, targetTerm };
}
