import { isUtf8 } from 'node:buffer';
import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { decodeText } from '#server/formats/decode-text.ts';
import type { ReadLimits } from '#server/formats/format.ts';
import { openText } from '#server/formats/open-text.ts';
import { checkSkos } from './check-skos.ts';
import { Graph } from './graph.ts';
import { type Parse, RdfRefused, type Text, utf8Text } from './parse.ts';
import { readConcept } from './read-concept.ts';
import { Vocabulary } from './vocabulary.ts';

/** The concepts of a file as records: the whole file is read first, because anything in it may say something of any of them. */
export async function* readRdf(
  parse: Parse,
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits,
): AsyncGenerator<RawRecord, void> {
  const file: Location = { file: fileName };
  const opened = openDeclared(bytes, file, limits);
  if ('failure' in opened) {
    yield opened.failure;
    return;
  }
  const graph = new Graph();
  try {
    await parse(opened.text, graph);
  } catch (error) {
    yield refused(file, error);
    return;
  }
  const vocabulary = new Vocabulary(graph);
  const count = vocabulary.concepts.length;
  if (count === 0) yield failedRecord(file, 'skos_no_concepts');
  else if (count > limits.maxRecords) yield failedRecord(file, 'too_many_records', { count, limit: limits.maxRecords });
  else yield* records(vocabulary, file);
}

function* records(vocabulary: Vocabulary, file: Location): Generator<RawRecord, void> {
  const found = checkSkos(vocabulary);
  for (const [index, concept] of vocabulary.concepts.entries()) {
    const record = readConcept(vocabulary, concept, file);
    const own = found.of(concept).map((finding) => ({ ...finding, location: record.location }));
    const ofFile = index === 0 ? found.ofFile.map((finding) => ({ ...finding, location: file })) : [];
    record.findings.push(...ofFile, ...own);
    yield record;
  }
}

type Opened = { text: Text } | Extract<ReturnType<typeof openText>, { failure: RawRecord }>;

/** XML may say itself which old encoding it is in. What is UTF-8, as most is, is not decoded as a whole. */
function openDeclared(bytes: Uint8Array, file: Location, limits: ReadLimits): Opened {
  if (bytes.length > limits.maxBytes) return openText(bytes, file, limits);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const isOld = /^<\?xml[^>]*encoding=["'](?:iso-8859-1|iso-8859-15|windows-1252|us-ascii)["']/i.test(head);
  const decoded = isOld ? decodeText(bytes, { fallback: 'windows-1252' }) : null;
  if (decoded?.text) return { text: decoded.text };
  const isText = !bytes.includes(0) && bytes.some((byte) => byte > 0x20 && byte < 0x7f);
  return isText && isUtf8(bytes) ? { text: utf8Text(bytes) } : openText(bytes, file, limits);
}

/** What the library made of a file that is wrong in a way nobody foresaw is still a file that cannot be read. */
function refused(file: Location, error: unknown): RawRecord {
  if (!(error instanceof RdfRefused)) return failedRecord(file, 'rdf_unreadable', { reason: shortReason(error) });
  const { line } = error.params;
  return failedRecord(typeof line === 'number' ? { ...file, line } : file, error.code, error.params);
}

function shortReason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200).toWellFormed();
}
