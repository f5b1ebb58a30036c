import { describe, expect, it } from 'vitest';
import { IMPORT_EXTENSIONS } from '#domain/import-kinds.ts';
import { sniffMediaType } from './sniff-media-type.ts';

const sniff = (content: string | number[], name: string) =>
  sniffMediaType(typeof content === 'string' ? Buffer.from(content) : Uint8Array.from(content), name);

describe('sniffMediaType', () => {
  it.each([
    ['PK\u0003\u0004', 'set.zip', 'application/zip'],
    ['PK\u0003\u0004', 'zonder naam', 'application/zip'],
    ['PK\u0003\u0004', 'brief.docx', null],
    ['PK\u0003\u0004', 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['geen zip', 'a.xlsx', null],
    ['{}', 'a.json', 'application/json'],
    ['{}', 'A.JSONL', 'application/jsonl'],
    ['x', 'a.tsv', 'text/csv'],
    ['x', 'a.txt', 'text/csv'],
    ['x', 'a.yml', 'application/yaml'],
    ['x', 'a.md', 'text/markdown'],
    ['x', 'a.tbx', 'application/x-tbx'],
    ['x', 'a.ttl', 'text/turtle'],
    ['<tbx>', 'a.xml', 'application/xml'],
    ['x', 'a.docx', null],
    ['x', 'a.constructor', null],
    [' {', 'zonder naam', 'application/json'],
    ['\ufeff<?xml ', 'zonder naam', 'application/xml'],
    ['@prefix x', 'zonder naam', 'text/turtle'],
    ['---\nterm: x', 'zonder naam', 'application/yaml'],
    ['zomaar tekst', 'zonder naam', null],
    ['a\u0000b', 'a.csv', null],
    [[0xff, 0xfe, 0x61, 0], 'a.csv', 'text/csv'],
  ])('takes %j called %s for %s', (content, name, expected) => {
    expect(sniff(content, name)).toBe(expected);
  });

  it('knows every end of a name that a person may choose', () => {
    for (const extension of IMPORT_EXTENSIONS) {
      const content = /xls/.test(extension) ? 'PK\u0003\u0004' : 'x';
      expect(sniff(content, `a${extension}`)).toMatch(/^\w+\/[\w.+-]+$/);
    }
  });
});
