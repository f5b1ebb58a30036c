/**
 * Where a text stops being JSON: the offset of the first character that does not fit, its length when it ends too early,
 * null when it is JSON. JSON.parse says so only for some errors. Keeps its own stack, so no depth of nesting harms it.
 */
export function jsonErrorOffset(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let expecting: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'end' = 'value';
  let at = skipSpace(text, 0);
  const closed = () => {
    open.pop();
    expecting = open.length > 0 ? ', or close' : 'end';
  };
  for (; at < text.length; at = skipSpace(text, at)) {
    const char = text[at] ?? '';
    if (expecting === 'end') return at;
    if (expecting === ':') {
      if (char !== ':') return at;
      expecting = 'value';
      at += 1;
    } else if (expecting === ', or close') {
      const inObject = open.at(-1) === '{';
      if (char === ',') expecting = inObject ? 'key' : 'value';
      else if (char === (inObject ? '}' : ']')) closed();
      else return at;
      at += 1;
    } else if (expecting === 'key' || expecting === 'key or }') {
      if (char === '}' && expecting === 'key or }') {
        closed();
        at += 1;
        continue;
      }
      if (char !== '"') return at;
      const end = stringEnd(text, at);
      if (end.error) return end.at;
      at = end.at;
      expecting = ':';
    } else {
      if (char === ']' && expecting === 'value or ]') {
        closed();
        at += 1;
        continue;
      }
      if (char === '{' || char === '[') {
        open.push(char);
        expecting = char === '{' ? 'key or }' : 'value or ]';
        at += 1;
        continue;
      }
      const end = char === '"' ? stringEnd(text, at) : scalarEnd(text, at);
      if (end.error) return end.at;
      at = end.at;
      expecting = open.length > 0 ? ', or close' : 'end';
    }
  }
  return expecting === 'end' ? null : text.length;
}

type End = { at: number; error: boolean };

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function scalarEnd(text: string, start: number): End {
  SCALAR.lastIndex = start;
  return SCALAR.test(text) ? { at: SCALAR.lastIndex, error: false } : { at: start, error: true };
}

function stringEnd(text: string, start: number): End {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1, error: false };
    if (code < 0x20) return { at, error: true };
    if (code === 0x5c) {
      const escaped = text[at + 1] ?? '';
      if (escaped === 'u' && !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return { at, error: true };
      if (!'"\\/bfnrtu'.includes(escaped)) return { at, error: true };
      at += 1;
    }
  }
  return { at: text.length, error: true };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
}
