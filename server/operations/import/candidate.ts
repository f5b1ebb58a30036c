import { identityKey } from '#db/content-hash.ts';
import { checkRecord } from '#domain/check-record.ts';
import type { Classification, DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { placeholderFinding } from '#domain/redaction/placeholder-finding.ts';
import type { SourceRecord } from './source-record.ts';

/** A record that was checked by itself, not yet against anything else. */
export type Candidate = {
  position: number;
  file: string | null;
  line: number | null;
  term: string | null;
  /** Null: it has errors and cannot be written. */
  content: DefinitionContent | null;
  /** The fields the record carries; of a definition that exists, only these change. */
  given: readonly (keyof DefinitionContent)[];
  identityKey: string | null;
  /** What it says it is, also when it has errors. */
  classification: Classification;
  findings: readonly Finding[];
  version: number | null;
  id: string | null;
  original: () => string;
  /** Of a row of an error file: the record itself, to be put beside what it was. */
  traced?: RawRecord;
};

export function toCandidate({ raw, original }: SourceRecord, position: number): Candidate {
  const { content, given, findings: found, term, classification } = checkRecord(raw);
  const redacted = content && placeholderFinding(content);
  const findings = redacted ? [...found, redacted] : found;
  return {
    position,
    file: raw.location.file ?? null,
    line: raw.location.line ?? null,
    term,
    content,
    given,
    identityKey: content && identityKey(content),
    classification,
    findings,
    version: raw.version,
    id: raw.id,
    original,
    ...(raw.rowId ? { traced: raw } : {}),
  };
}
