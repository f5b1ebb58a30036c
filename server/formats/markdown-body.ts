/** A line of a text that Markdown would take for its own: a heading, a quotation, or a line across. */
const MARKED = /^\\*(?:#{1,6}(?:\s|$)|---\s*$|>)/;

/** A text as it can stand in Markdown without becoming part of it. */
export function escapeLines(text: string): string {
  return byLine(text, (line) => (MARKED.test(line) ? `\\${line}` : line));
}

/** The text that `escapeLines` was given. */
export function unescapeLines(text: string): string {
  return byLine(text, (line) => (line.startsWith('\\') && MARKED.test(line) ? line.slice(1) : line));
}

function byLine(text: string, change: (line: string) => string): string {
  return /^[\\#>-]/m.test(text) ? text.split('\n').map(change).join('\n') : text;
}
