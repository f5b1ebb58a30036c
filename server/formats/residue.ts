/** A text literal with its language, as RDF writes it and the predecessor left it in: `"beslag"@nl`. */
const LANGUAGE = /@[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?/y;

/**
 * The texts of a cell that begins with one or more `"…"@nl` literals, and what stands after them; null for any other text.
 * Scans once from the left, because a cell can be a megabyte of quotes.
 */
export function taggedLiterals(text: string): { values: string[]; rest: string } | null {
  let at = skipSeparators(text, 0);
  const values: string[] = [];
  let done = 0;
  while (text[at] === '"') {
    const end = literalEnd(text, at + 1);
    if (!end) break;
    values.push(text.slice(at + 1, end.quote).trim());
    done = end.after;
    at = skipSeparators(text, done);
  }
  return values.length === 0 ? null : { values: values.filter(Boolean), rest: text.slice(done) };
}

/** A text without such residue; `cleaned` says whether there was any. Several literals become lines. */
export function withoutTags(text: string): { text: string; cleaned: boolean } {
  if (!text.includes('"@')) return { text, cleaned: false };
  const found = taggedLiterals(text);
  return found ? { text: found.values.join('\n') + found.rest, cleaned: true } : { text, cleaned: false };
}

const MARKER = /^\s*-\s*Ontologische categorie:\s*([^\n]{0,80})\n+/;

/** The line the predecessor's generator put before a definition, and the definition without it. */
export function withoutMarker(text: string): { text: string; marker: string | null } {
  const found = MARKER.exec(text);
  return found ? { text: text.slice(found[0].length), marker: (found[1] ?? '').trim() } : { text, marker: null };
}

/** The entries of a list that was written as JSON text; null for any other text. */
export function listInText(text: string): unknown[] | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return null;
  try {
    const value: unknown = JSON.parse(trimmed);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function literalEnd(text: string, from: number): { quote: number; after: number } | null {
  for (let quote = text.indexOf('"@', from); quote >= 0; quote = text.indexOf('"@', quote + 2)) {
    LANGUAGE.lastIndex = quote + 1;
    if (LANGUAGE.test(text)) return { quote, after: LANGUAGE.lastIndex };
  }
  return null;
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' ,;\t\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
}
