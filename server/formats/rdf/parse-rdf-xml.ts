import type { Graph } from './graph.ts';
import { pieces, RdfRefused, type Text } from './parse.ts';

const DOCTYPE = '<!doctype';
/** What may stand before the root of a document, but a document type declaration. */
const PROLOG = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;

/** RDF/XML. A document type declaration is refused, and with it every entity of a file's own making. */
export async function parseRdfXml(text: Text, graph: Graph): Promise<void> {
  const all = pieces(text);
  let head = await readAtLeast(all, 1);
  // Looked at again each time it has doubled: a comment as long as the file is not read anew with each of its pieces.
  for (let before = 0; head.length > before && isOpen(head); ) {
    before = head.length;
    head += await readAtLeast(all, before);
  }
  refuseDoctype(head);
  // Here and not above: most of what a processor or one of its threads does needs no such library in memory.
  const { RdfXmlReader } = await import('./rdf-xml-reader.ts');
  const reader = new RdfXmlReader(graph);
  reader.feed(head);
  for await (const piece of all) reader.feed(piece);
  reader.finish();
}

/** The next pieces, at least so many characters together unless there are no more. */
async function readAtLeast(all: AsyncGenerator<string>, length: number): Promise<string> {
  let text = '';
  while (text.length < length) {
    const next = await all.next();
    if (next.done) break;
    text += next.value;
  }
  return text;
}

/** What stands before the root goes on: where it ends decides whether there is a declaration. */
function isOpen(head: string): boolean {
  const rest = head.slice(prologOf(head).length);
  return rest.length < DOCTYPE.length || rest.startsWith('<!--') || rest.startsWith('<?');
}

function refuseDoctype(head: string): void {
  const prolog = prologOf(head);
  if (head.slice(prolog.length, prolog.length + DOCTYPE.length).toLowerCase() !== DOCTYPE) return;
  throw new RdfRefused('rdf_doctype', { line: prolog.split('\n').length });
}

function prologOf(text: string): string {
  PROLOG.lastIndex = 0;
  return PROLOG.exec(text)?.[0] ?? '';
}
