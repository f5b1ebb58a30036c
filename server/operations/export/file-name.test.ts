import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidV7 } from '#db/uuid-v7.ts';
import { DEFAULT_ARCHIVE_LIMITS, mostRecords } from '#domain/archive-limits.ts';
import { encodeName } from '#server/archive/write-segment.ts';
import { CENTRAL_LENGTH } from '#server/archive/zip-format.ts';
import { fileName } from './file-name.ts';

const ID = uuidV7();

describe('the name of an exported file', () => {
  it('is the term in plain letters, and the id', () => {
    expect(fileName('Éénoudergezin (BW): het', ID)).toBe(`definities/eenoudergezin-bw-het--${ID}.json`);
    expect(fileName('…', ID)).toBe(`definities/definitie--${ID}.json`);
  });

  it('is one that our own reader takes, whatever the term', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (term) => void encodeName(fileName(term, ID))));
  });

  it('is so short that the directory of our largest export is one that we take in', () => {
    const longest = CENTRAL_LENGTH + Buffer.byteLength(fileName('een zeer lang begrip '.repeat(20), ID));
    expect(mostRecords(DEFAULT_ARCHIVE_LIMITS) * longest).toBeLessThan(DEFAULT_ARCHIVE_LIMITS.directoryBytes);
  });
});
