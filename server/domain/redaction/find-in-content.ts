import type { CaseReference, DefinitionContent } from '#domain/definition.ts';
import type { HitFinder } from './find-hits.ts';
import { bareOf, type Hit } from './hit.ts';
import type { RedactionKind } from './kinds.ts';
import { type ChangeText, mapTexts, type TextPath } from './map-texts.ts';
import { hasPlaceholder } from './placeholder.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

/** A hit and the text of the definition it is in. */
export type ContentHit = Hit & { path: TextPath };

export type ContentOptions = {
  find: HitFinder;
  /** Whether the numbers of cases in `caseReferences` stay what they are. */
  keepCaseReferences: boolean;
};

/** What a value looked like, and what it is. */
export type Surfaces = ReadonlyMap<string, Pick<Hit, 'kind' | 'value'>>;

/** Shorter ones would be found in anything. */
const LEAST_SURFACE = 4;

/**
 * The hits in a definition, text by text. What is known for what it is in one place (behind the word "zaaknummer") is known by its
 * letters in every other; `known` are such from elsewhere.
 */
export function findInContent(
  content: DefinitionContent,
  { find, keepCaseReferences }: ContentOptions,
  known: Surfaces = new Map(),
): ContentHit[] {
  const texts: { path: TextPath; text: string; hits: Hit[] }[] = [];
  const take: ChangeText = (text, path) => {
    texts.push({ path, text, hits: find(text) });
    return text;
  };
  mapTexts(content, take, (reference, path) => {
    if (!keepCaseReferences) texts.push({ path, text: reference.value, hits: hitsOfCase(reference) });
    return reference;
  });
  const surfaces = new Map([...known, ...texts.flatMap(({ text, hits }) => [...surfacesOf(text, hits)])]);
  return texts.flatMap(({ path, text, hits }) =>
    resolveOverlaps([...hits, ...findSurfaces(text, surfaces)]).map((hit) => ({ ...hit, path })),
  );
}

/** How the hits of a text are written. */
export function surfacesOf(text: string, hits: readonly Hit[]): Map<string, Pick<Hit, 'kind' | 'value'>> {
  return new Map(hits.map(({ start, end, kind, value }) => [text.slice(start, end), { kind, value }] as const));
}

/** Where these are written once more: whole, not as a part of another word or number. */
export function findSurfaces(text: string, surfaces: Surfaces): Hit[] {
  const found: Hit[] = [];
  for (const [surface, known] of surfaces) {
    if (surface.length < LEAST_SURFACE) continue;
    for (let start = text.indexOf(surface); start !== -1; start = text.indexOf(surface, start + surface.length)) {
      const end = start + surface.length;
      if (!isWord(text[start - 1]) && !isWord(text[end])) found.push({ start, end, ...known });
    }
  }
  return found;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

const KIND_OF_CASE: Readonly<Partial<Record<CaseReference['kind'], RedactionKind>>> = {
  parketnummer: 'parketnummer',
  zaaknummer: 'zaaknummer',
  rolnummer: 'zaaknummer',
  'proces-verbaal': 'proces_verbaal',
  cjib: 'cjib',
  other: 'zaaknummer',
};

/** The number of a case as a whole; a published judgment (ECLI) names nobody. */
function hitsOfCase({ kind, value }: CaseReference): Hit[] {
  const as = KIND_OF_CASE[kind];
  return as && value !== '' && !hasPlaceholder(value)
    ? [{ kind: as, value: bareOf(value), start: 0, end: value.length }]
    : [];
}
