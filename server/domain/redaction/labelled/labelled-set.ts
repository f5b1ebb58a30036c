import type { Span } from '#domain/redaction/hit.ts';
import { REDACTION_KINDS, type RedactionKind } from '#domain/redaction/kinds.ts';
import { CASES } from './cases.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { PEOPLE } from './people.ts';

/** A text and what is to be found in it, from left to right. */
export type LabelledText = { text: string; hits: (Span & { kind: RedactionKind })[] };

const MARK = /\{(\w+):([^{}]*)\}/g;

/** The set that precision and recall are counted over. */
export const LABELLED_SET: readonly LabelledText[] = [PEOPLE, CASES, LOOK_ALIKES]
  .flatMap((lines) => lines.split('\n'))
  .filter((line) => line !== '')
  .map(labelled);

function labelled(line: string): LabelledText {
  const hits: LabelledText['hits'] = [];
  let text = '';
  let from = 0;
  for (const { 0: mark, 1: kind = '', 2: written = '', index } of line.matchAll(MARK)) {
    if (!REDACTION_KINDS.includes(kind as RedactionKind)) throw new Error(`No kind of this name: ${mark}`);
    text += line.slice(from, index);
    hits.push({ kind: kind as RedactionKind, start: text.length, end: text.length + written.length });
    text += written;
    from = index + mark.length;
  }
  return { text: text + line.slice(from), hits };
}
