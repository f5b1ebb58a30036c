import type { Location } from '#domain/finding.ts';
import { isUuid } from '#domain/record-links.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { languageOf } from './tbx-check.ts';
import type { TbxNode } from './tbx-entries.ts';
import { PREFERRED_NOTE, readNote } from './tbx-notes.ts';

/** An entry of a file we wrote ourselves, word for word. Fields that TBX cannot carry are left alone. */
export function ownTbxRecord(entry: TbxNode, file: Location): RawRecord {
  const section = entry.children.find(({ name }) => name === 'langSec');
  const noted = {
    explanation: null,
    sources: [],
    caseReferences: [],
    relations: [],
    practical: [],
    counter: [],
  } as Parameters<typeof readNote>[0];
  for (const node of entry.children) {
    if (node.name === 'note') readNote(noted, node.text);
    else if (node.category === 'externalCrossReference')
      noted.sources.push({ title: node.text, uri: node.attributes.target ?? null, citation: null });
  }
  const texts = (nodes: readonly TbxNode[] | undefined, category: string) =>
    (nodes ?? [])
      .flatMap((node) => (node.name === 'descripGrp' ? node.children : [node]))
      .filter((node) => node.category === category)
      .map(({ text }) => text);
  const terms = (section?.children ?? []).filter(({ name }) => name === 'termSec');
  const isPreferred = ({ children }: TbxNode) =>
    children.some(({ name, text }) => name === 'note' && text === PREFERRED_NOTE);
  const id = /^c-(.+)$/.exec(entry.attributes.id ?? '')?.[1] ?? '';
  const { practical, counter, explanation, sources, caseReferences, relations } = noted;
  return {
    fields: {
      term: termOf(terms[0]),
      definition: texts(section?.children, 'definition')[0] ?? null,
      organisationalContext: texts(entry.children, 'customerSubset'),
      legalContext: texts(entry.children, 'subjectField'),
      legalBasis: texts(section?.children, 'source'),
      preferredTerm: termOf(terms.find(isPreferred)),
      synonyms: terms.filter((node, index) => index > 0 && !isPreferred(node)).map(termOf),
      examples: { sentence: texts(terms[0]?.children, 'context'), practical, counter },
      explanation,
      sources,
      caseReferences,
      relations,
      language: section ? languageOf(section) : undefined,
    },
    location: { ...file, line: entry.line },
    findings: [],
    version: null,
    id: isUuid(id) ? id.toLowerCase() : null,
  };
}

function termOf(section: TbxNode | undefined): string | null {
  return section?.children.find(({ name }) => name === 'term')?.text ?? null;
}
