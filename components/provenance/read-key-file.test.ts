import { describe, expect, it } from 'vitest';
import { readKeyFile } from './read-key-file.ts';

const ROWS = [
  { name: 'Een', kind: 'partner', publicKey: 'aa', signature: 'bb' },
  { name: 'Twee', kind: 'device', publicKey: 'cc', signature: 'dd' },
];

describe('a file of keys', () => {
  it.each([
    ['JSON', JSON.stringify(ROWS)],
    [
      'a table for a Dutch spreadsheet',
      '\ufeffNaam;Soort;Sleutel;Handtekening\r\nEen;partner;aa;bb\r\n"Twee";device;cc;dd\r\n',
    ],
    ['a table with tabs', 'name\tkind\tpublicKey\tsignature\nEen\tpartner\taa\tbb\nTwee\tdevice\tcc\tdd'],
  ])('is read as %s', (_, text) => expect(readKeyFile(text)).toEqual(ROWS));

  it('leaves the kind out where it is not said, and names what has no name by its number', () => {
    expect(readKeyFile('publicKey,signature\naa,bb\n')).toEqual([{ name: '1', publicKey: 'aa', signature: 'bb' }]);
  });

  it.each(['', '[]', '[1', 'aa\nbb', 'naam;iets\na;b', '{}'])('is none: %j', (text) =>
    expect(readKeyFile(text)).toBeNull(),
  );
});
