import type { Location } from '#domain/finding.ts';
import { failedRecord, type RawRecord } from '#domain/record-raw.ts';
import { fieldTarget } from './field-names.ts';
import { isObject, jsonRecord } from './json-record.ts';
import { unescapeLines } from './markdown-body.ts';
import { withoutLinks } from './markdown-links.ts';
import { yamlValue } from './yaml-value.ts';

/** The front matter and the body of one page, with the line on which it begins. */
type Page = { head: string; body: string; line: number };

const NEXT_PAGE = /^---\nschemaVersion: \d+\n/gm;

/** The pages of a file: one, unless we wrote it ourselves, one page after another. */
export function* markdownPages(text: string, file: Location): Generator<RawRecord, void> {
  let line = 1;
  const starts = [...text.matchAll(NEXT_PAGE)].map(({ index }) => index).filter((index) => index > 0);
  for (const [index, start] of [0, ...starts].entries()) {
    const own = text.slice(start, starts[index] ?? text.length);
    yield pageRecord(pageOf(own, line), file);
    for (let at = own.indexOf('\n'); at >= 0; at = own.indexOf('\n', at + 1)) line += 1;
  }
}

function pageOf(text: string, line: number): Page {
  const start = text.indexOf('\n') + 1;
  const end = /^---[ \t]*$/m.exec(text.slice(start));
  if (!end) return { head: text.slice(start), body: '', line };
  return { head: text.slice(start, start + end.index), body: text.slice(start + end.index + end[0].length), line };
}

function pageRecord({ head, body, line }: Page, file: Location): RawRecord {
  const location = { ...file, line, pointer: '' };
  const reading = yamlValue(head);
  if ('code' in reading) {
    const place = { ...location, line: line + reading.line };
    return failedRecord(place, reading.code, { line: place.line, column: reading.column });
  }
  if (!isObject(reading.value)) return failedRecord(location, 'not_an_object', undefined, reading.value);
  const fields = reading.value;
  return jsonRecord({ ...fields, ...bodyFields(body, fields) }, location);
}

/** What the body of a page says that its front matter does not. */
function bodyFields(body: string, head: Record<string, unknown>): Record<string, unknown> {
  const isOurs = 'schemaVersion' in head;
  const has = (field: string) => Object.keys(head).some((name) => fieldTarget(name)?.target.field === field);
  const [heading, ...sections] = `\n${body}`.split(/\n(?=##? \S)/).filter((section) => section.trim() !== '');
  const found: Record<string, unknown> = {};
  for (const section of heading === undefined ? [] : [heading, ...sections]) {
    const [, mark, title = ''] = /^(##?) (.*)/.exec(section) ?? [];
    const text = section.slice(mark ? section.indexOf('\n') >>> 0 : 0).trim();
    if (mark === '#' && !has('term')) found.term = title.trim();
    const field = mark === '##' ? fieldTarget(title)?.target.field : has('definition') ? 'explanation' : 'definition';
    if (text === '' || (field && has(field))) continue;
    if (field) found[field] = isOurs ? unescapeLines(text) : plainText(text);
    else found[title.trim()] = text;
  }
  return found;
}

/** The text of a page that people wrote as such: its links and quotation marks are not part of it. */
function plainText(text: string): string {
  const lines = text.split('\n');
  const isQuoted = lines.every((line) => line.startsWith('>') || line.trim() === '');
  return withoutLinks(isQuoted ? lines.map((line) => line.replace(/^> ?/, '')).join('\n') : text).text.trim();
}
