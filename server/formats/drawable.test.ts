import { describe, expect, it } from 'vitest';
import { EMPTY_CONTENT } from '#domain/definition.ts';
import { drawable, isDrawnOtherwise, remarksOnDrawing } from './drawable.ts';

const recordOf = (term: string, definition: string) => ({
  content: { ...EMPTY_CONTENT, category: 'type' as const, term, definition },
  meta: null,
});

describe('a text in a PDF', () => {
  it.each([
    ['één coördinaat – “beslag” § 1 € ≤ →', 'één coördinaat – “beslag” § 1 € ≤ →'],
    ['Ελληνικά, кириллица, ქართული, ⚖ 😀', 'Ελληνικά, кириллица, ქართული, ⚖ 😀'],
    ['e\u0301\tx\r\ny\u200b', 'é    x\ny'],
    ['de 中文 van 📚', 'de □□ van □'],
  ])('draws %j as %j', (text, drawn) => {
    expect(drawable(text, 'plain')).toBe(drawn);
  });

  it('goes beside what is drawn when that is not the same', () => {
    expect(isDrawnOtherwise('één\tcoördinaat', 'bold')).toBe(false);
    expect(isDrawnOtherwise('中', 'bold')).toBe(true);
    expect(isDrawnOtherwise('עולם טוב', 'plain')).toBe(true);
  });
});

describe('what a PDF does not show as it is', () => {
  it('is nothing for the scripts of Europe', () => {
    expect(remarksOnDrawing(recordOf('één', 'Ελληνικά, кириллица ⚖'))).toEqual([]);
  });

  it('is said by character, and of words that go from right to left', () => {
    expect(remarksOnDrawing(recordOf('📚', 'de 中 en weer 中'))).toEqual([
      { code: 'pdf_characters_missing', severity: 'warning', params: { characters: '📚 (U+1F4DA), 中 (U+4E2D)' } },
    ]);
    expect(remarksOnDrawing(recordOf('x', 'עולם טוב')).map(({ code }) => code)).toEqual(['pdf_right_to_left']);
  });

  it('names no more than can be read', () => {
    const many = String.fromCodePoint(...Array.from({ length: 60 }, (_, at) => 0x4e00 + at));
    const [remark] = remarksOnDrawing(recordOf('x', many));
    expect(String(remark?.params?.characters).split(', ')).toHaveLength(20);
    expect(remark?.params?.characters).toMatch(/ …$/);
  });
});
