import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { findingText } from '#domain/finding-texts.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { validate } from '#domain/validation/validate.ts';
import { detectFormat, FORMATS } from './formats.ts';
import { readAll } from './read-for-test.ts';

/** Reads, checks and rates; what comes in must come in the same a second time, and every remark must be sayable. */
async function takeIn(bytes: Uint8Array): Promise<void> {
  detectFormat(bytes, 'a.csv');
  for (const format of FORMATS) {
    for (const raw of await readAll(format, bytes)) {
      const { content, findings } = checkRecord(raw);
      for (const finding of findings) {
        const { message, advice } = findingText(finding, 'nl');
        expect(`${message}${advice}`).not.toMatch(/\{(?!value)\w+\}/);
      }
      if (!content) continue;
      validate(content, DEFAULT_RULE_SETTINGS);
      const again = checkRecord({ fields: { ...content }, location: {}, findings: [] });
      expect(again.content).toEqual(content);
      expect(again.findings).toEqual([]);
      // The database cannot hold this character, in no text of ours.
      expect(JSON.stringify({ content, findings })).not.toContain('\\u0000');
    }
  }
}

const NAMES =
  'term definition category status synonyms examples sources relations caseReferences extras legalMetadata validFrom ' +
  'language begrip context definitie __proto__ toString id version schemaVersion';
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('proces', '2024-01-01', '"x"@nl', '["a"]', ' x\u0000 '),
);
const properties = fc.dictionary(fc.constantFrom(...NAMES.split(' ')), value);
const cell = fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', 'a', '@nl', '[', ']', '|', "'", '=', ' ', 'é') });

describe('whatever a file holds', () => {
  it('any bytes are read without a crash', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), takeIn), { numRuns: 120 });
  });

  it('any properties are read without a crash', async () => {
    const least = { term: 'a', definition: 'b c', category: 'type' };
    const file = fc.oneof(
      properties.map((own) => ({ ...least, ...own })),
      properties.map((theirs) => ({ definities: [theirs] })),
    );
    await fc.assert(
      fc.asyncProperty(file, (content) => takeIn(Buffer.from(JSON.stringify(content)))),
      { numRuns: 120 },
    );
  });

  it('any cells are read without a crash', async () => {
    const header = 'begrip;definitie;categorie;synoniemen;relaties;voorbeeldzinnen;x';
    const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, (cells) => takeIn(Buffer.from([header, ...cells.map((row) => row.join(';'))].join('\n')))),
      { numRuns: 120 },
    );
  });
});
