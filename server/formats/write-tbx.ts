import type { DefinitionContent } from '#domain/definition.ts';
import type { WriteFacts, WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { TBX_OURS } from './tbx-entries.ts';
import { explanationNote, labelledNote, PREFERRED_NOTE, relationNote, sourceNote } from './tbx-notes.ts';

type Style = 'dca' | 'dct';

function tbxWriter(style: Style): Writer {
  return {
    name: `tbx-${style}`,
    extension: 'tbx',
    mediaType: 'application/x-tbx',
    write: (records, facts) => inPieces(parts(records, facts, style)),
  };
}

/** TBX-Basic with categories as attributes; what most programs read. */
export const tbxDcaWriter: Writer = tbxWriter('dca');
/** TBX-Basic with categories as elements. */
export const tbxDctWriter: Writer = tbxWriter('dct');

const NAMESPACES =
  'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"';

async function* parts(
  records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>,
  { title, application, organisation, createdAt }: WriteFacts,
  style: Style,
): AsyncGenerator<string> {
  const namespaces = style === 'dct' ? NAMESPACES : 'xmlns="urn:iso:std:iso:30042:ed-2"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<tbx type="TBX-Basic" style="${style}" xml:lang="nl" ${namespaces}>\n` +
    `<tbxHeader><fileDesc><titleStmt><title>${escaped(title)}</title></titleStmt>` +
    `<sourceDesc><p>${TBX_OURS} – ${escaped([application, organisation, createdAt].join(' – '))}</p></sourceDesc></fileDesc></tbxHeader>\n` +
    '<text><body>\n';
  let number = 0;
  for await (const { content, meta } of records) {
    number += 1;
    yield conceptEntry(content, meta ? `c-${meta.id}` : `n${number}`, style === 'dca' ? dca : dct);
  }
  yield '</body></text>\n</tbx>\n';
}

/** One statement: in which element the category stands in one style, in which name space in the other. */
type Say = (category: Category, text: string, target?: string) => string;
type Category = keyof typeof CATEGORIES;

const CATEGORIES = {
  subjectField: { element: 'descrip', prefix: 'min' },
  customerSubset: { element: 'admin', prefix: 'min' },
  administrativeStatus: { element: 'termNote', prefix: 'min' },
  termType: { element: 'termNote', prefix: 'basic' },
  definition: { element: 'descrip', prefix: 'basic' },
  context: { element: 'descrip', prefix: 'basic' },
  source: { element: 'admin', prefix: 'basic' },
  externalCrossReference: { element: 'xref', prefix: 'basic' },
} as const;

const dca: Say = (category, text, target) => {
  const { element } = CATEGORIES[category];
  return `<${element} type="${category}"${targetOf(target)}>${escaped(text)}</${element}>`;
};

const dct: Say = (category, text, target) => {
  const name = `${CATEGORIES[category].prefix}:${category}`;
  return `<${name}${targetOf(target)}>${escaped(text)}</${name}>`;
};

function targetOf(target: string | undefined): string {
  return target === undefined ? '' : ` target="${escaped(target)}"`;
}

function conceptEntry(content: DefinitionContent, id: string, say: Say): string {
  const { term, definition, language, legalBasis, preferredTerm, synonyms, examples } = content;
  const lines = [
    `<conceptEntry id="${id}">`,
    ...content.legalContext.map((text) => say('subjectField', text)),
    ...content.organisationalContext.map((text) => say('customerSubset', text)),
    ...content.sources.flatMap((source) => sourceLines(source, say)),
    ...notesOf(content).map(note),
    `<langSec xml:lang="${escaped(language)}">`,
    `<descripGrp>${say('definition', definition)}${legalBasis.map((text) => say('source', text)).join('')}</descripGrp>`,
    termSec(term, [
      say('administrativeStatus', 'preferredTerm-admn-sts'),
      ...examples.sentence.map((text) => `<descripGrp>${say('context', text)}</descripGrp>`),
    ]),
    ...(preferredTerm === null
      ? []
      : [termSec(preferredTerm, [say('administrativeStatus', 'admittedTerm-admn-sts'), note(PREFERRED_NOTE)])]),
    ...synonyms.map((synonym) =>
      termSec(synonym, [
        say('administrativeStatus', 'admittedTerm-admn-sts'),
        ...(ABBREVIATION.test(synonym) ? [say('termType', 'abbreviation')] : []),
      ]),
    ),
    '</langSec>',
    '</conceptEntry>\n',
  ];
  return lines.join('\n');
}

const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}.&-]{1,9}$/u;

function termSec(term: string, rest: readonly string[]): string {
  return `<termSec><term>${escaped(term)}</term>${rest.join('')}</termSec>`;
}

/** A reference outside has to lead to the web; what does not is told in a note. */
function sourceLines({ title, uri, citation }: DefinitionContent['sources'][number], say: Say): string[] {
  const isWeb = uri !== null && /^https?:\/\/./.test(uri);
  const own = isWeb ? say('externalCrossReference', title, uri) : note(sourceNote(title, uri));
  return citation === null ? [own] : [own, note(labelledNote('Vindplaats', citation))];
}

function notesOf({ explanation, caseReferences, examples, relations }: DefinitionContent): string[] {
  return [
    ...(explanation === null ? [] : [explanationNote(explanation)]),
    ...caseReferences.map(({ kind, value }) => labelledNote('Zaakverwijzing', `${kind} ${value}`)),
    ...examples.practical.map((text) => labelledNote('Praktijkvoorbeeld', text)),
    ...examples.counter.map((text) => labelledNote('Tegenvoorbeeld', text)),
    ...relations.map(relationNote),
  ];
}

function note(text: string): string {
  return `<note>${escaped(text)}</note>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Two signs of Unicode cannot stand in XML; they mean nothing anywhere. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/[\ufffe\uffff]/g, '\ufffd');
}
