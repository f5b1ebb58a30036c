import { describe, expect, it } from 'vitest';
import { readTermFile } from './read-term-file.ts';

const file = (name: string, bytes: BlobPart) => new File([bytes], name);

describe('a file of terms', () => {
  it('has one per line when it is text', async () => {
    expect(await readTermFile(file('lijst.txt', '\ufeffaanhouding;voorarrest\nberoep'))).toEqual({
      name: 'lijst.txt',
      lines: ['aanhouding;voorarrest', 'beroep'],
    });
  });

  it('has them in its first column when it is CSV', async () => {
    expect(await readTermFile(file('lijst.CSV', 'begrip;soort\naanhouding;x'))).toMatchObject({
      lines: ['aanhouding'],
    });
  });

  it('may come from a Windows program', async () => {
    const windows = new Uint8Array([0x63, 0x72, 0xe9, 0x64, 0x69, 0x74]);
    expect(await readTermFile(file('a.txt', windows))).toMatchObject({ lines: ['crédit'] });
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x62, 0x00]);
    expect(await readTermFile(file('a.txt', utf16))).toMatchObject({ lines: ['a', 'b'] });
  });

  it('is refused when it is no text', async () => {
    expect(await readTermFile(file('a.txt', 'PK\u0003\u0004\0\0'))).toEqual({ name: 'a.txt', problem: 'binary' });
  });
});
