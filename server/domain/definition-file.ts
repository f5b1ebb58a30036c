import { CONTENT_FIELDS, type DefinitionContent, type Relation, type RelationType } from './definition.ts';

/** The version of our own JSON file format, written into every file. */
export const DEFINITION_FILE_VERSION = 1;

/** What the database knows about a definition beyond its content. `contentHash` is the 64 hex digits of its SHA-256. */
export type DefinitionFileMeta = {
  id: string;
  version: number;
  contentHash: string;
};

/**
 * A relation as a file carries it: `target` is an id or, when no id is known, a term. With an id the term travels along
 * in `targetTerm` (where there is one), so that the link still means something in a system that has other ids.
 */
export type FileRelation = {
  type: RelationType;
  target: string;
  targetTerm?: string;
};

/** One definition as our own JSON file has it; `id`, `version` and `contentHash` are absent from a file nobody stored yet. */
export type DefinitionFile = {
  schemaVersion: typeof DEFINITION_FILE_VERSION;
} & Partial<DefinitionFileMeta> &
  Omit<DefinitionContent, 'relations'> & { relations: FileRelation[] };

/**
 * The object to write as JSON for one definition, its keys always in the same order: equal content gives equal bytes.
 * Lists keep their order, it carries meaning; free-form objects get sorted keys, their order means nothing.
 */
export function definitionFile(content: DefinitionContent, meta?: DefinitionFileMeta): DefinitionFile {
  const file: Record<string, unknown> = {
    schemaVersion: DEFINITION_FILE_VERSION,
  };
  if (meta) file.id = meta.id;
  for (const field of CONTENT_FIELDS) {
    // The version and the hash stand before `extras`, which can be long.
    if (field === 'extras' && meta) {
      file.version = meta.version;
      file.contentHash = `sha256:${meta.contentHash}`;
    }
    file[field] = SHAPERS[field]?.(content) ?? content[field];
  }
  return file as DefinitionFile;
}

const SHAPERS: Partial<Record<keyof DefinitionContent, (content: DefinitionContent) => unknown>> = {
  examples: ({ examples: { sentence, practical, counter } }) => ({
    sentence,
    practical,
    counter,
  }),
  sources: ({ sources }) => sources.map(({ title, uri, citation }) => ({ title, uri, citation })),
  caseReferences: ({ caseReferences }) => caseReferences.map(({ kind, value }) => ({ kind, value })),
  legalMetadata: ({ legalMetadata }) => withSortedKeys(legalMetadata),
  relations: ({ relations }) => relations.map(fileRelation),
  extras: ({ extras }) => withSortedKeys(extras),
};

function fileRelation({ type, targetId, targetTerm }: Relation): FileRelation {
  if (targetId !== null && targetTerm !== null) return { type, target: targetId, targetTerm };
  return { type, target: targetId ?? targetTerm ?? '' };
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withSortedKeys(inner)]));
}
