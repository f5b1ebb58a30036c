import { describe, expect, it } from 'vitest';
import { fromFile, fromPaste, linesIn } from './term-source.ts';

const many = Array.from({ length: 5_000 }, (_, index) => `begrip nummer ${index}`);

describe('where terms are', () => {
  it('is the field while one can type in it, and a list beyond that', () => {
    expect(fromFile('a.txt', ['een', 'twee'])).toEqual({ kind: 'typed', text: 'een\ntwee' });
    expect(fromFile('a.txt', many)).toEqual({ kind: 'list', name: 'a.txt', lines: many });
  });

  it('becomes a list by a large paste, which keeps what stood in the field', () => {
    expect(fromPaste('een', 'twee')).toBeNull();
    const source = fromPaste('een\n', many.join('\r\n'));
    expect(source && linesIn(source).filter(Boolean)).toEqual(['een', ...many]);
  });
});
