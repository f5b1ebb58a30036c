import type { DefinitionContent } from './definition.ts';
import { malformedIdentifiers } from './malformed-identifiers.ts';
import { note, type RecordCheck } from './record-raw.ts';

/** Says which identifiers of law are meant in the legal basis and the sources, but not written as they should be. */
export function checkIdentifiers(check: RecordCheck, { legalBasis, sources }: DefinitionContent): void {
  for (const text of legalBasis) noteMalformed(check, 'legalBasis', text);
  for (const { title, uri, citation } of sources) {
    for (const text of new Set([title, uri, citation])) if (text) noteMalformed(check, 'sources', text);
  }
}

function noteMalformed(check: RecordCheck, field: 'legalBasis' | 'sources', text: string): void {
  for (const { name, value } of malformedIdentifiers(text).slice(0, 5))
    note(check, 'identifier_malformed', 'warning', field, value, { name });
}
