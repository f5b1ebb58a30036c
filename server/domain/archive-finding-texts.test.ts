import { expect, it } from 'vitest';
import { ARCHIVE_CODES, ARCHIVE_FINDING_TEXTS, MANIFEST_CODES } from './archive-finding-texts.ts';

it.each([...ARCHIVE_CODES, ...MANIFEST_CODES])(
  '%s says what is wrong and what to do, in both languages alike',
  (code) => {
    const { message, advice } = ARCHIVE_FINDING_TEXTS[code];
    const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const sentence of [message, advice]) {
      expect(sentence.nl).toMatch(/^.{10,}\.$/s);
      expect(sentence.en).toMatch(/^.{10,}\.$/s);
      expect(sentence.nl).not.toBe(sentence.en);
      expect(placeholders(sentence.nl)).toEqual(placeholders(sentence.en));
    }
    expect(['{entry}', '{limit}', '{value}']).toEqual(expect.arrayContaining([...new Set(placeholders(message.nl))]));
    expect(placeholders(advice.nl)).toEqual([]);
  },
);
