/** Not JSON, not an object, or one piece of it longer than anything we write. */
export class NotReadable extends Error {}

/** A piece is gathered until it is whole; so many characters of it are enough to know that it is not ours. */
const MAX_PIECE = 1024 * 1024;

type Receiver = {
  /** A member of the object, whole. */
  member(key: string, value: unknown): void;
  /** A value of its one long list. */
  element(value: unknown): void;
};

/**
 * Reads a JSON object that comes as one text after the other and has a list, named `list`, that is too long to be held whole:
 * every value of the list, and every other member, is given on as soon as it is there. Both may throw NotReadable.
 */
export function jsonPieces(list: string, receiver: Receiver): { push(text: string): void; end(): void } {
  /** What is not given on yet, and how far into it we are. */
  let text = '';
  let at = 0;
  let start = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inList = false;
  /** What stands right before the piece: where nothing follows it, that decides whether it is amiss. */
  let before: 'start' | 'open' | 'comma' | 'list' | 'end' = 'start';

  const take = (next: typeof before) => {
    const piece = text.slice(start, at - 1);
    const missing = piece.trim() === '';
    start = at;
    // Behind a list comes a comma or the end; an object or a list may be empty, but nothing follows a comma.
    if (missing !== (before === 'list') && !(missing && before === 'open' && next !== 'comma')) throw new NotReadable();
    before = next;
    if (missing) return;
    if (inList) receiver.element(parse(piece));
    else for (const [key, value] of Object.entries(parse(`{${piece}}`) as object)) receiver.member(key, value);
  };

  const opens = (sign: string) => {
    depth++;
    if (depth === 1) {
      if (sign !== '{' || before !== 'start' || text.slice(start, at - 1).trim() !== '') throw new NotReadable();
    } else if (inList || depth !== 2 || sign !== '[' || nameOf(text.slice(start, at - 1)) !== list) return;
    else inList = true;
    start = at;
    before = 'open';
  };

  const closes = (sign: string) => {
    depth--;
    if (inList ? depth > 1 : depth > 0) return;
    if (depth < 0 || sign !== (inList ? ']' : '}')) throw new NotReadable();
    take(inList ? 'list' : 'end');
    inList = false;
  };

  const step = (sign: string) => {
    if (inString) {
      inString = escaped || sign !== '"';
      escaped = !escaped && sign === '\\';
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') opens(sign);
    else if (sign === '}' || sign === ']') closes(sign);
    else if (sign === ',' && depth === (inList ? 2 : 1)) take('comma');
  };

  return {
    push(more) {
      text = text.slice(start) + more;
      at -= start;
      start = 0;
      while (at < text.length) step(text[at++] as string);
      if (text.length - start > MAX_PIECE) throw new NotReadable();
    },
    end() {
      if (before !== 'end' || text.slice(start).trim() !== '') throw new NotReadable();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotReadable();
  }
}

/** The name in `"name":`; undefined for anything else. */
function nameOf(text: string): string | undefined {
  const name = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*$/.exec(text)?.[1];
  return name === undefined ? undefined : (parse(name) as string);
}
