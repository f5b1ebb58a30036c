/** The kinds of files definitions can be read from, as a person chooses them: by the ends of their names. */
export const IMPORT_KINDS = ['json', 'csv', 'xlsx', 'yaml', 'markdown', 'rdf', 'tbx', 'xml'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

type Extension = { kind: ImportKind; mediaType: string };

const EXTENSIONS: Readonly<Record<string, Extension>> = {
  json: { kind: 'json', mediaType: 'application/json' },
  jsonl: { kind: 'json', mediaType: 'application/jsonl' },
  ndjson: { kind: 'json', mediaType: 'application/jsonl' },
  csv: { kind: 'csv', mediaType: 'text/csv' },
  tsv: { kind: 'csv', mediaType: 'text/csv' },
  xlsx: { kind: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  xlsm: { kind: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  yaml: { kind: 'yaml', mediaType: 'application/yaml' },
  yml: { kind: 'yaml', mediaType: 'application/yaml' },
  md: { kind: 'markdown', mediaType: 'text/markdown' },
  markdown: { kind: 'markdown', mediaType: 'text/markdown' },
  ttl: { kind: 'rdf', mediaType: 'text/turtle' },
  trig: { kind: 'rdf', mediaType: 'application/trig' },
  nt: { kind: 'rdf', mediaType: 'application/n-triples' },
  nq: { kind: 'rdf', mediaType: 'application/n-quads' },
  rdf: { kind: 'rdf', mediaType: 'application/rdf+xml' },
  owl: { kind: 'rdf', mediaType: 'application/rdf+xml' },
  jsonld: { kind: 'rdf', mediaType: 'application/ld+json' },
  tbx: { kind: 'tbx', mediaType: 'application/x-tbx' },
  xml: { kind: 'xml', mediaType: 'application/xml' },
};

/** What the end of a name says of a file; null for a name without one, or with one that is none of ours. */
export function importExtension(fileName: string): Extension | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
}

/** All of these ends, with their dot, to choose files by. */
export const IMPORT_EXTENSIONS: readonly string[] = Object.keys(EXTENSIONS).map((extension) => `.${extension}`);
