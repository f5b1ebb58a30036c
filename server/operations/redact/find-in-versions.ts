import type { DefinitionContent } from '#domain/definition.ts';
import type { ContentHit, Surfaces } from '#domain/redaction/find-in-content.ts';
import { textsOf } from '#domain/redaction/texts-of.ts';
import type { Redactor } from './redactor.ts';

export type Version = { version: number; content: DefinitionContent };
/** A hit and the version it stands in. */
export type VersionHit = ContentHit & { version: number };

/**
 * The hits in a definition as it is now, and of earlier versions those of values that only they have, in the latest of them: what
 * becomes of a value is decided once for all of its history. `earlier` begins with the latest.
 */
export function findInVersions(redactor: Redactor, now: Version, earlier: readonly Version[]): VersionHit[] {
  const all = findAll(redactor, [now, ...earlier]);
  const seen = new Set<string>();
  return all.flatMap(({ version, hits }, index) => {
    const fresh = index === 0 ? hits : hits.filter((hit) => !seen.has(keyOf(hit)));
    for (const hit of hits) seen.add(keyOf(hit));
    return fresh.map((hit) => ({ ...hit, version }));
  });
}

/** All hits of all versions; what is known in one of them for what it is, is known in every other. */
export function findAll(
  redactor: Redactor,
  versions: readonly Version[],
): (Version & { hits: ContentHit[]; surfaces: Surfaces })[] {
  const first = versions.map(({ content }) => redactor.findIn(content));
  const surfaces = new Map(versions.flatMap(({ content }, index) => [...surfacesIn(content, first[index] ?? [])]));
  if (versions.length === 1) return versions.map((one) => ({ ...one, hits: first[0] ?? [], surfaces }));
  return versions.map((one) => ({ ...one, hits: redactor.findIn(one.content, surfaces), surfaces }));
}

/** How hits are written in the definition they were found in. */
export function surfacesIn(content: DefinitionContent, hits: readonly ContentHit[]): Map<string, ContentHit> {
  if (hits.length === 0) return new Map();
  const texts = textsOf(content);
  return new Map(hits.map((hit) => [texts.get(hit.path)?.slice(hit.start, hit.end) ?? '', hit]));
}

export function keyOf({ kind, value }: Pick<ContentHit, 'kind' | 'value'>): string {
  return `${kind}\0${value}`;
}
