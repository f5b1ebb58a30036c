import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#domain/export-formats.ts';
import { fidelityOf } from '#domain/fidelity.ts';
import { CARRIED_FIELDS } from '#domain/format-exceptions.ts';
import { fidelityTable } from './fidelity-table.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('stands in the README as the code has it', () => {
  // When this fails: what is expected is what belongs between the two marks.
  const written = /<!-- fidelity -->\n([\s\S]*?)\n<!-- \/fidelity -->/.exec(README)?.[1];
  expect(written).toBe(fidelityTable());
});

it('says of every format what becomes of every field', () => {
  const table = fidelityTable();
  for (const format of EXPORT_FORMATS) expect(table).toContain(`\`${format}\``);
  for (const line of table.split('\n').slice(2, 2 + CARRIED_FIELDS.length))
    expect(line).toMatch(/^\| [^|]+ (?:\| [●◐○–] )+\|$/);
});

it('loses nothing in our own formats, in tables and in NL-SBB', () => {
  for (const format of EXPORT_FORMATS.filter((name) => !/^(?:tbx|docx|pdf)/.test(name))) {
    expect(Object.values(fidelityOf(format))).not.toContain('not_carried');
  }
});
