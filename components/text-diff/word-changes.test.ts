import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-changes.ts';

describe('wordChanges', () => {
  it('compares words, not letters', () => {
    expect(wordChanges('een misdrijf plegen', 'een overtreding plegen')).toEqual([
      { kind: 'same', text: 'een ' },
      { kind: 'removed', text: 'misdrijf' },
      { kind: 'added', text: 'overtreding' },
      { kind: 'same', text: ' plegen' },
    ]);
  });

  it('joins replaced words that stand next to each other', () => {
    expect(wordChanges('de oude wet geldt', 'het nieuwe besluit geldt')).toEqual([
      { kind: 'removed', text: 'de oude wet' },
      { kind: 'added', text: 'het nieuwe besluit' },
      { kind: 'same', text: ' geldt' },
    ]);
  });

  it('rebuilds both texts exactly, white space included', () => {
    const before = 'Maatregel,\n\nopgelegd  door de rechter (art. 37a Sr).';
    const after = 'Straf of maatregel,\nopgelegd door een rechter (art. 38 Sr)!';
    const changes = wordChanges(before, after);
    const side = (gone: string) => changes.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join('');
    expect(side('added')).toBe(before);
    expect(side('removed')).toBe(after);
  });

  it('says nothing about nothing, and shows a text from or to nothing as one change', () => {
    expect(wordChanges('', '')).toEqual([]);
    expect(wordChanges('', 'nieuw')).toEqual([{ kind: 'added', text: 'nieuw' }]);
    expect(wordChanges('oud', '')).toEqual([{ kind: 'removed', text: 'oud' }]);
    expect(wordChanges('gelijk', 'gelijk')).toEqual([{ kind: 'same', text: 'gelijk' }]);
  });
});
