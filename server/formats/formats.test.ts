import { describe, expect, it } from 'vitest';
import { READ_FORMATS } from '#domain/read-choices.ts';
import { detectFormat, FORMATS } from './formats.ts';

const nameOf = (content: string | Uint8Array, fileName: string) =>
  detectFormat(typeof content === 'string' ? Buffer.from(content) : content, fileName)?.name ?? null;

describe('detectFormat', () => {
  it.each([
    ['{"term": 1}', 'a.json', 'json'],
    ['\ufeff [ {', 'zonder naam', 'json'],
    ['{"term": 1}', 'a.csv', 'json'],
    ['{ kapot', 'a.json', 'json'],
    ['', 'a.json', 'json'],
    ['', 'a.csv', 'csv'],
    ['begrip;definitie\na;b', 'a.csv', 'csv'],
    ['begrip;definitie\na;b', 'a.json', 'csv'],
    ['begrip,definitie\na,b', 'zonder naam', 'csv'],
    ['kolom;andere\na;b', 'a.csv', 'csv'],
    ['gewone tekst, met een komma', 'brief', null],
    ['<html>', 'a.csv', null],
    ['%PDF-1.7', 'a.csv', null],
    ['PK\u0003\u0004', 'a.zip', null],
    ['', 'leeg', null],
  ])('takes %j called %s for %s', (content, fileName, expected) => {
    expect(nameOf(content, fileName)).toBe(expected);
  });

  it('sees through UTF-16', () => {
    expect(nameOf(Buffer.from('\ufeff{"term": 1}', 'utf16le'), 'a')).toBe('json');
    expect(nameOf(Buffer.from('\ufeffbegrip;definitie\r\n', 'utf16le'), 'a')).toBe('csv');
  });

  it('knows every format by name', () => {
    expect(FORMATS.map(({ name }) => name)).toEqual([...READ_FORMATS]);
  });
});
