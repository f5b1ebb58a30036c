import { SaxesParser } from 'saxes';

/**
 * An element of an entry. `category` is what it says, whichever way: the type of a `descrip` or `admin`, or the name of an element
 * of its own. Elements that only stand in running text are part of that text.
 */
export type TbxNode = {
  name: string;
  category: string | null;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: TbxNode[];
  line: number;
};

/** What a file of TBX says beside its entries. */
export type TbxHead = {
  /** The root element's name as it is; null when the file has none of ours. */
  root: string | null;
  language: string;
  /** We wrote the file ourselves. */
  isOurs: boolean;
  hasDoctype: boolean;
  /** What stands where nothing should, with the line it stands on. */
  remarks: { code: string; line: number }[];
};

/** An entry, or why it cannot be read. */
export type TbxPiece = { entry: TbxNode } | { code: string; line: number };

/** How a file says that it is ours; the rest of that line is for people. */
export const TBX_OURS = 'Lexport-TBX 1';

const ENTRY_START = /<(?:[\w.-]+:)?(?:conceptEntry|termEntry)[\s/>]/g;
/** The second edition's names for what the third calls otherwise; groups around a single term mean nothing. */
const NAMES: Readonly<Record<string, string>> = {
  termEntry: 'conceptEntry',
  langSet: 'langSec',
  tig: 'termSec',
  ntig: 'termSec',
};
const TRANSPARENT = new Set(['termGrp']);
const INLINE = new Set(['hi', 'foreign', 'bpt', 'ept', 'it', 'ph', 'sc', 'ec', 'ut', 'sub']);
const TYPED = new Set([
  'descrip',
  'admin',
  'adminNote',
  'descripNote',
  'termNote',
  'transac',
  'transacNote',
  'ref',
  'xref',
]);
const CORE = new Set([
  ...['conceptEntry', 'langSec', 'termSec', 'term', 'note', 'date', 'p'],
  ...['descripGrp', 'adminGrp', 'termNoteGrp', 'transacGrp', 'termCompGrp', 'termCompList', 'termComp'],
]);
const STEP = 64 * 1024;
const MAX_NODES = 20_000;
const MAX_DEPTH = 64;

/** What is in the file is beyond reading on from here: nothing of it counts. */
class FileRefused extends Error {}
/** The entry at hand is broken; the next one may be whole. */
class EntryBroken extends Error {}

/**
 * The entries of a file of TBX, one at a time; `head` is filled meanwhile. After an entry that is no XML, reading begins anew at the
 * next one. Nothing is ever fetched: a document type is passed over when it only names itself, and refused when it declares anything.
 */
export function* tbxEntries(text: string, head: TbxHead): Generator<TbxPiece, void> {
  let at = 0;
  let line = 1;
  let ancestors: string[] = [];
  for (;;) {
    const reader = entryReader(head, ancestors, line);
    try {
      for (let from = at; from < text.length; from += STEP) {
        reader.write(text.slice(from, from + STEP));
        yield* reader.done();
      }
      reader.end();
      yield* reader.done();
      return;
    } catch (error) {
      yield* reader.done();
      const { code, line: errorLine } = reader.failure(error);
      yield { code, line: errorLine };
      const begun = reader.begun();
      if (!begun || error instanceof FileRefused) return;
      ENTRY_START.lastIndex = at + begun.offset;
      const next = ENTRY_START.exec(text);
      if (!next) return;
      for (let i = text.indexOf('\n', at); i >= 0 && i < next.index; i = text.indexOf('\n', i + 1)) line += 1;
      at = next.index;
      ancestors = begun.ancestors;
    }
  }
}

type EntryReader = {
  write(piece: string): void;
  end(): void;
  /** The entries that are whole, given once. */
  done(): TbxPiece[];
  failure(error: unknown): { code: string; line: number };
  /** The entry at hand: how far into what was written its start tag ends, and the elements around it. */
  begun(): { offset: number; ancestors: string[] } | null;
};

function entryReader(head: TbxHead, ancestors: readonly string[], firstLine: number): EntryReader {
  const parser = new SaxesParser({ position: true, xmlns: false, fragment: false });
  const prefix = ancestors.map((name) => `<${name}>`).join('');
  const around: string[] = [];
  const stack: TbxNode[] = [];
  const pieces: TbxPiece[] = [];
  let nodes = 0;
  let begun: { offset: number; ancestors: string[] } | null = null;
  let problem: { code: string; line: number } | null = null;
  let headText = '';
  const line = () => firstLine + parser.line - 1;
  const fail = (code: string, Kind: typeof EntryBroken | typeof FileRefused): never => {
    problem = { code, line: line() };
    throw new Kind(code);
  };

  parser.on('error', ({ message }) => {
    const code = /entity/i.test(message) ? 'xml_entity' : 'xml_broken';
    if (stack.length > 0) fail(code, EntryBroken);
    // Around the entries much can be untidy without harm; it is said once.
    if (head.remarks.length < 5 && !head.remarks.some((remark) => remark.code === 'xml_untidy'))
      head.remarks.push({ code: 'xml_untidy', line: line() });
  });
  parser.on('doctype', (doctype) => {
    const isPlain = /^\s*martif\b[^[\]<>]*$/.test(doctype);
    if (isPlain) head.hasDoctype = true;
    else fail('xml_doctype', FileRefused);
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const name = localName(qualified);
    const own = NAMES[name] ?? name;
    if (stack.length === 0 && own !== 'conceptEntry') {
      around.push(qualified);
      noteAround(head, around, own, attributes, line());
      headText = '';
      return;
    }
    if (stack.length === 0) {
      begun = { offset: parser.position - prefix.length, ancestors: [...around] };
      nodes = 0;
    }
    nodes += 1;
    if (nodes > MAX_NODES || stack.length > MAX_DEPTH) fail('tbx_too_large', EntryBroken);
    const node = {
      name: own,
      category: categoryOf(own, qualified, attributes),
      attributes,
      text: '',
      children: [],
      line: line(),
    };
    const parent = stack.at(-1);
    if (parent && !INLINE.has(own) && !TRANSPARENT.has(own)) parent.children.push(node);
    if (parent && TRANSPARENT.has(own)) node.children = parent.children as never[];
    stack.push(node);
  });
  parser.on('closetag', () => {
    const node = stack.pop();
    if (!node) {
      if (localName(around.pop() ?? '') === 'p' && headText.trim().startsWith(TBX_OURS)) head.isOurs = true;
      return;
    }
    const parent = stack.at(-1);
    if (!parent) pieces.push({ entry: node });
    else if (INLINE.has(node.name)) parent.text += node.text;
  });
  const text = (piece: string) => {
    const node = stack.at(-1);
    if (node) node.text += piece;
    else if (headText.length < 1_000) headText += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  if (prefix !== '') parser.write(prefix);

  return {
    write: (piece) => void parser.write(piece),
    end: () => void parser.close(),
    done: () => pieces.splice(0),
    failure(error) {
      if (problem && (error instanceof EntryBroken || error instanceof FileRefused)) return problem;
      throw error;
    },
    begun: () => begun,
  };
}

function noteAround(
  head: TbxHead,
  around: readonly string[],
  name: string,
  attributes: Readonly<Record<string, string>>,
  line: number,
): void {
  if (around.length === 1) {
    head.root ??= name;
    head.language ||= attributes['xml:lang'] ?? attributes.lang ?? '';
  }
  const parent = localName(around.at(-2) ?? '');
  const isLost = (parent === 'text' || parent === 'body') && !['body', 'back', 'front'].includes(name);
  if (isLost && head.remarks.length < 5) head.remarks.push({ code: 'tbx_outside', line });
}

function categoryOf(name: string, qualified: string, attributes: Readonly<Record<string, string>>): string | null {
  if (TYPED.has(name)) return attributes.type?.trim() ?? '';
  if (CORE.has(name) || INLINE.has(name) || TRANSPARENT.has(name)) return null;
  return qualified === '' ? null : name;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
