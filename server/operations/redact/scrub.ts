import { contentHash, identityKey } from '#db/content-hash.ts';
import { contentColumns, contentFromRow, textColumnsOf } from '#db/row-image.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { findSurfaces } from '#domain/redaction/find-in-content.ts';
import type { Hit } from '#domain/redaction/hit.ts';
import { mapJson } from '#domain/redaction/map-texts.ts';
import { type Replacement, redactContent, redactText } from '#domain/redaction/redact-content.ts';
import { resolveOverlaps } from '#domain/redaction/resolve-overlaps.ts';
import { keyOf } from './find-in-versions.ts';
import type { Redactor } from './redactor.ts';

/** What is redacted about one definition, wherever it is written: its values by how they look, and those that were left alone. */
export type Known = { surfaces: ReadonlyMap<string, Pick<Hit, 'kind' | 'value'>>; left: ReadonlySet<string> };

/** The hits in a text that is not the definition itself: found by their form, and by the letters they have there. */
export function hitsIn(redactor: Redactor, { surfaces, left }: Known, text: string): Hit[] {
  return resolveOverlaps([...redactor.find(text), ...findSurfaces(text, surfaces)]).filter(
    (hit) => redactor.kinds.includes(hit.kind) && !left.has(keyOf(hit)),
  );
}

/** The same for a whole row image, as a version or a staged item keeps it: content by content, and its hashes made anew. */
export function hitsInImage(redactor: Redactor, known: Known, image: Record<string, unknown>) {
  return redactor.findIn(contentOf(image), known.surfaces).filter((hit) => !known.left.has(keyOf(hit)));
}

export function redactImage(
  redactor: Redactor,
  known: Known,
  image: Record<string, unknown>,
  replacement: Replacement,
): Record<string, unknown> {
  const content = contentOf(image);
  const redacted = redactContent(content, hitsInImage(redactor, known, image), replacement);
  const findings = redactJson(redactor, known, image.findings, replacement);
  if (redacted === content) return { ...image, findings };
  return {
    ...image,
    ...contentColumns(redacted),
    content_hash: contentHash(redacted),
    identity_key: identityKey(redacted),
    ...textColumnsOf(redacted),
    findings,
  };
}

export function redactJson(redactor: Redactor, known: Known, value: unknown, replacement: Replacement): unknown {
  return mapJson(value, (text) => redactText(text, hitsIn(redactor, known, text), replacement), '');
}

/** Every text in a JSON value; what is in it has to be numbered before it can be replaced. */
export function hitsInJson(redactor: Redactor, known: Known, value: unknown): Hit[] {
  const hits: Hit[] = [];
  mapJson(
    value,
    (text) => {
      hits.push(...hitsIn(redactor, known, text));
      return text;
    },
    '',
  );
  return hits;
}

function contentOf(image: Record<string, unknown>): DefinitionContent {
  return contentFromRow(image);
}
