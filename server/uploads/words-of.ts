import type { PreviewColumn, UploadPreview } from '#contract/reading.ts';
import { likeness } from '#domain/likeness.ts';
import { CLOSED_FIELDS, type ClosedField, type TableMapping } from '#domain/read-choices.ts';
import { CLOSED_WORDS, readEnum } from '#domain/record-enums.ts';
import type { TableLook } from '#server/formats/look-at-table.ts';
import { withoutTags } from '#server/formats/residue.ts';

/** Below this a word only happens to share some letters with a value. */
const ALIKE = 0.6;
const MOST_WORDS = 200;
const LONGEST = 200;

type Word = UploadPreview['values'][number];
type Values = TableMapping['values'];

/** The words in columns of closed lists that are no value of ours, with what they mean as far as anybody said, or may mean. */
export function wordsOf(
  { rows }: TableLook,
  columns: readonly PreviewColumn[],
  chosen: Values | null,
  saved: Values | null,
): Word[] {
  const words: Word[] = [];
  for (const [at, { use }] of columns.entries()) {
    const field = CLOSED_FIELDS.find((one) => one === use);
    if (!field) continue;
    const counts = new Map<string, number>();
    for (const { cells } of rows) {
      const text = withoutTags(cells[at] ?? '').text.trim();
      if (text && text.length <= LONGEST) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    for (const [from, count] of counts) {
      if (readEnum<string>(CLOSED_WORDS[field], from).known && !meant(chosen ?? saved, field, from)) continue;
      words.push({ field, from, count, ...meaning(field, from, chosen, saved) });
    }
  }
  return words.sort((a, b) => b.count - a.count).slice(0, MOST_WORDS);
}

function meaning(
  field: ClosedField,
  from: string,
  chosen: Values | null,
  saved: Values | null,
): Pick<Word, 'to' | 'by'> {
  const choice = meant(chosen, field, from);
  if (choice) return { to: choice, by: 'choice' };
  const before = chosen ? undefined : meant(saved, field, from);
  if (before) return { to: before, by: 'saved' };
  const read = readEnum<string>(CLOSED_WORDS[field], from);
  if (chosen || read.known) return { to: null, by: null };
  return likeness(from, read.suggestion) >= ALIKE ? { to: read.suggestion, by: 'likeness' } : { to: null, by: null };
}

function meant(values: Values | null, field: ClosedField, from: string): string | undefined {
  const folded = from.toLowerCase();
  return values?.find((value) => value.field === field && value.from.trim().toLowerCase() === folded)?.to;
}
