import type { JsonLdParser } from 'jsonld-streaming-parser';
import { jsonErrorOffset } from '#server/formats/json-error-offset.ts';
import type { Graph } from './graph.ts';
import { isObject, NotPlain } from './json-ld-context.ts';
import { readPlainJsonLd } from './json-ld-plain.ts';
import { addQuad, BASE_IRI, type ParsedQuad, pieces, RdfRefused, type Text, wholeText } from './parse.ts';
import { isSkosContext, SKOS_CONTEXT } from './skos-context.ts';

type Json = Record<string, unknown>;

/** The library's work grows with the square of what it is given at once: a second for a thousand nodes, hours for a hundred times that. */
const BATCH = 40;
/** No real file is nested deeper; work grows with the square of the depth too. */
const MAX_DEPTH = 64;

/** JSON-LD. The context must be in the file, but for the one of SKOS that we bring along. */
export async function parseJsonLd(text: Text, graph: Graph): Promise<void> {
  try {
    await readPlainJsonLd(await documentOf(text), graph);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    graph.clear();
    await parseWhole(await documentOf(text), graph);
  }
}

async function documentOf(text: Text): Promise<unknown> {
  const whole = await wholeText(text);
  const value = parseJson(whole);
  if (isTooDeep(whole)) throw new RdfRefused('rdf_too_deep', { depth: MAX_DEPTH });
  return value;
}

/**
 * What `jsonLdText` wrote, a subject at a time: it has a line for each, and its context above them.
 * @throws RdfRefused when it is anything else
 */
export async function parseOwnJsonLd(text: Text, graph: Graph): Promise<void> {
  let head = '';
  let context: unknown = null;
  let isClosed = false;
  for await (const line of lines(text)) {
    if (context === null) {
      head += line;
      if (line === GRAPH_OPENS) context = (parseJson(`${head}]}`) as Json)['@context'];
    } else if (line === GRAPH_CLOSES) isClosed = true;
    else await readPlainJsonLd({ '@context': context, '@graph': parseJson(line.replace(/,$/, '')) }, graph);
  }
  if (!isClosed) throw new RdfRefused('rdf_broken', { line: 0 });
}

const GRAPH_OPENS = '"@graph": [';
const GRAPH_CLOSES = ']}';

async function* lines(text: Text): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces(text)) {
    const all = (rest + piece).split('\n');
    rest = all.pop() ?? '';
    yield* all;
  }
  if (rest !== '') yield rest;
}

/** The same by the library, which knows all of JSON-LD. */
export async function parseWhole(value: unknown, graph: Graph): Promise<void> {
  // Here and not above, as in parse-rdf-xml.ts.
  const { JsonLdParser } = await import('jsonld-streaming-parser');
  for (const document of documentsOf(value)) await parseDocument(JsonLdParser, document, graph);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const offset = jsonErrorOffset(text) ?? text.length;
    throw new RdfRefused('rdf_broken', { line: text.slice(0, offset).split('\n').length });
  }
}

/** Counts brackets outside of texts: walking the value itself would need a stack as deep as it is. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at += 1;
    } else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}

/** The same statements as smaller documents, each with the context of the whole. */
function* documentsOf(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const nodes of batches(value)) yield nodes;
    return;
  }
  if (!isObject(value)) return;
  const graphs = graphKeys(value).filter((key) => Array.isArray(value[key]));
  const rest: Json = { ...value };
  for (const key of graphs) delete rest[key];
  yield rest;
  const context = '@context' in value ? { '@context': value['@context'] } : {};
  for (const key of graphs) for (const nodes of batches(value[key] as unknown[])) yield { ...context, '@graph': nodes };
}

function* batches(nodes: readonly unknown[]): Generator<unknown[]> {
  for (let at = 0; at < nodes.length; at += BATCH) yield nodes.slice(at, at + BATCH);
}

/** `@graph`, and what the file itself calls it. */
function graphKeys(value: Json): string[] {
  const contexts = [value['@context']].flat().filter(isObject);
  const own = contexts.flatMap((context) => Object.keys(context).filter((key) => context[key] === '@graph'));
  return ['@graph', ...own].filter((key) => key in value);
}

async function parseDocument(Parser: typeof JsonLdParser, document: unknown, graph: Graph): Promise<void> {
  let problem: Error | null = null;
  const note = (error: Error | null | undefined) => {
    if (error) problem ??= error;
  };
  const parser = new Parser({ baseIRI: BASE_IRI, documentLoader: { load: contextLoader(note) }, rdfstar: false });
  parser.on('error', note);
  parser.push = (quad: ParsedQuad | null) => {
    if (quad) addQuad(graph, quad, null);
    return true;
  };
  await new Promise<void>((resolve) => {
    parser._transform(JSON.stringify(document), 'utf8', (error) => {
      note(error);
      resolve();
    });
  });
  if (problem) throw problem;
}

/** Gives the one context that we have; the refusal of any other goes past the library, which would make an error of its own of it. */
function contextLoader(refuse: (error: Error) => void) {
  return async (url: string) => {
    if (isSkosContext(url)) return { '@context': SKOS_CONTEXT };
    const refusal = new RdfRefused('rdf_context_remote', { url: url.slice(0, 200).toWellFormed() });
    refuse(refusal);
    throw refusal;
  };
}
