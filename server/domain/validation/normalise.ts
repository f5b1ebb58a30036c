/**
 * A definition as the rules read it. Rules see one line of plain text that begins where the definition proper begins;
 * `toSource` leads a position back into the text the person wrote, so that a highlight falls on the right words.
 */
export type NormalisedText = {
  text: string;
  /** The same text in lower case, of the same length. */
  lower: string;
  words: number;
  /** The kick-off that was left out in front of the text, such as "Een beslag is "; it ends where the text begins. */
  opening: string;
  toSource(offset: number): number;
  /** Where notes begin that were written behind the definition (`Toelichting: …`), in the source; null without them. */
  notesAt: number | null;
};

const NOTES = /(?:^|\n)[ \t]*Toelichting[ \t]*:/;
const GENERATOR_LINE = /^\s*-\s*Ontologische categorie:[^\n]{0,80}\n+/;
/** Anything that makes the text differ from the source further on than its first character. */
const LAYOUT = /[\n\t\r[]| {2}/;
const MARKDOWN_LINK_OR_SPACE = /\[([^[\]]{1,300})\]\([^()\s]{1,300}\)|\s+/g;
const LANGUAGE_TAG = /"@[a-z]{2,3}$/;

type Pieces = { text: string; outs: number[]; sources: number[] };

/** Normalises a definition for the rules; offsets count in the NFC form, which is how texts are stored. */
export function normalise(definition: string, term: string): NormalisedText {
  const source = definition.normalize('NFC');
  const notes = NOTES.exec(source);
  const marker = GENERATOR_LINE.exec(source);
  const { from, to } = withoutWrapping(source, marker?.[0].length ?? 0, notes?.index ?? source.length);
  const pieces = plainText(source, from, to);
  const skipped = kickOffLength(pieces.text, term);
  const text = pieces.text.slice(skipped);
  const lowered = text.toLowerCase();
  return {
    text,
    lower: lowered.length === text.length ? lowered : text,
    words: countWords(text),
    opening: pieces.text.slice(0, skipped),
    toSource: (offset) => toSource(pieces, offset + skipped),
    notesAt: notes ? notes.index : null,
  };
}

/** Leaves out white space, a `"…"@nl` literal's quotes and tag, and quotes around the whole. */
function withoutWrapping(source: string, start: number, end: number): { from: number; to: number } {
  let from = start;
  let to = end;
  const trim = () => {
    while (from < to && /\s/.test(source[from] ?? '')) from += 1;
    while (to > from && /\s/.test(source[to - 1] ?? '')) to -= 1;
  };
  trim();
  if (source[from] !== '"') return { from, to };
  const tag = LANGUAGE_TAG.exec(source.slice(Math.max(from, to - 8), to));
  if (tag) to -= tag[0].length;
  else if (to > from + 1 && source.indexOf('"', from + 1) === to - 1) to -= 1;
  else return { from, to };
  from += 1;
  trim();
  return { from, to };
}

/** White space folded to single spaces, markdown links to their texts. */
function plainText(source: string, from: number, to: number): Pieces {
  const body = source.slice(from, to);
  const pieces: Pieces = { text: '', outs: [], sources: [] };
  const add = (text: string, at: number) => {
    pieces.outs.push(pieces.text.length);
    pieces.sources.push(from + at);
    pieces.text += text;
  };
  if (!LAYOUT.test(body)) {
    add(body, 0);
    return pieces;
  }
  let done = 0;
  for (const found of body.matchAll(MARKDOWN_LINK_OR_SPACE)) {
    if (found[0] === ' ') continue;
    add(body.slice(done, found.index), done);
    if (found[1] === undefined) add(' ', found.index);
    else add(found[1].replace(/\s/g, ' '), found.index + 1);
    done = found.index + found[0].length;
  }
  add(body.slice(done), done);
  return pieces;
}

function toSource({ outs, sources }: Pieces, offset: number): number {
  let piece = outs.length - 1;
  while (piece > 0 && (outs[piece] ?? 0) > offset) piece -= 1;
  return (sources[piece] ?? 0) + offset - (outs[piece] ?? 0);
}

const ARTICLE = /^(?:de|het|een) /;
const KICK_OFF_VERB = /^(?: ?: ?|,? (?:is|zijn|betreft|betekent) )/;

/**
 * How much of the text only says what is being defined: "Een beslag is …", "beslag: …". The standard allows that style, so
 * it is no repetition of the term.
 */
function kickOffLength(text: string, term: string): number {
  const name = term.normalize('NFC').toLowerCase();
  // Lower case of a little more than the term: the rest does not matter here.
  const start = text.slice(0, name.length + 24).toLowerCase();
  const plain = name.replace(/ ?\([^()]*\)$/, '');
  const article = ARTICLE.exec(start)?.[0].length ?? 0;
  for (const candidate of plain === name ? [name] : [name, plain]) {
    let at = article;
    if (start[at] === '«') at += 1;
    if (candidate === '' || !start.startsWith(candidate, at)) continue;
    at += candidate.length;
    if (start[at] === '»') at += 1;
    const verb = KICK_OFF_VERB.exec(start.slice(at));
    if (verb) return at + verb[0].length;
  }
  return 0;
}

function countWords(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) === 0x20;
    if (!isSpace && !isInWord) words += 1;
    isInWord = !isSpace;
  }
  return words;
}
