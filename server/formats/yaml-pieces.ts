/** One piece of YAML that can be read by itself, the line on which it begins (1-based), and where it stands in its file. */
export type YamlPiece = { text: string; line: number; pointer: string; isEntry: boolean };

/** Names under which a file lists its definitions, as in JSON. */
const LIST = /^(definitions|definities|begrippen):\s*(?:#.*)?$/;
const DOCUMENT = /^(?:---|\.\.\.)(?:\s|$)/;

/**
 * A file of YAML in pieces of one definition: its documents, and the entries of a document that is a list or has one. Lines that
 * begin a document, or an entry of a list that is not indented, can mean nothing else in YAML, so nothing has to be read for that.
 */
export function* yamlPieces(text: string): Generator<YamlPiece, void> {
  let lines: string[] = [];
  let first = 1;
  let line = 0;
  for (const own of linesOf(text)) {
    line += 1;
    if (DOCUMENT.test(own)) {
      yield* documentPieces(lines, first);
      // `--- text` has something of the document on its own line.
      lines = own.startsWith('---') ? [own.slice(3)] : [''];
      first = line;
    } else if (!own.startsWith('%') || lines.some(isSaid)) lines.push(own);
    else lines.push('');
  }
  yield* documentPieces(lines, first);
}

function* documentPieces(lines: readonly string[], first: number): Generator<YamlPiece, void> {
  const start = lines.findIndex(isSaid);
  if (start < 0) return;
  if (/^-(?:\s|$)/.test(lines[start] as string)) {
    yield* entryPieces(lines, start, first, '', '');
    return;
  }
  for (let at = start; at < lines.length; at++) {
    const name = LIST.exec(lines[at] as string)?.[1];
    if (!name || lines.some((line) => /^(?:term|begrip):/.test(line))) continue;
    const entry = lines.findIndex((line, index) => index > at && isSaid(line));
    const indent = /^( *)-(?:\s|$)/.exec(lines[entry] ?? '')?.[1];
    if (indent === undefined) continue;
    yield* entryPieces(lines, entry, first, indent, `/${name}`);
    return;
  }
  yield { text: lines.join('\n'), line: first, pointer: '', isEntry: false };
}

function* entryPieces(
  lines: readonly string[],
  start: number,
  first: number,
  indent: string,
  pointer: string,
): Generator<YamlPiece, void> {
  let from = start;
  let index = 0;
  const piece = (to: number): YamlPiece => ({
    text: lines.slice(from, to).join('\n'),
    line: first + from,
    pointer: `${pointer}/${index}`,
    isEntry: true,
  });
  const dash = `${indent}-`;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.startsWith(dash) && /^\s|^$/.test(line.slice(dash.length))) {
      yield piece(at);
      from = at;
      index += 1;
    } else if (/^[^\s#-]/.test(line) && pointer !== '') {
      // Another name of the document: its list is over.
      yield piece(at);
      return;
    }
  }
  yield piece(lines.length);
}

function isSaid(line: string): boolean {
  return !/^\s*(?:#.*)?$/.test(line);
}

function* linesOf(text: string): Generator<string, void> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (end < 0) return;
    from = end + 1;
  }
}
