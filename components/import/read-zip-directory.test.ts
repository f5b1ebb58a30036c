import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { NotAZip, readZipDirectory } from './read-zip-directory.ts';
import { readZipEntry } from './read-zip-entry.ts';

async function zipOf(files: Record<string, string>, compression: 'STORE' | 'DEFLATE' = 'DEFLATE'): Promise<Blob> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return new Blob([await zip.generateAsync({ type: 'arraybuffer', compression, comment: 'remark' })]);
}
const read = (file: Blob, maxEntries = 100) => readZipDirectory(file, maxEntries, 1_000_000);

describe('the table of contents of an archive', () => {
  it('tells names, sizes and folders without inflating anything', async () => {
    const { entries, count } = await read(await zipOf({ 'definitions/één.json': 'x'.repeat(5_000), 'a.csv': 'y' }));
    expect(count).toBe(3);
    expect(entries.map(({ name, size, isDirectory }) => [name, size, isDirectory])).toEqual([
      ['definitions/', 0, true],
      ['definitions/één.json', 5_000, false],
      ['a.csv', 1, false],
    ]);
    expect(entries[1]?.compressedSize).toBeLessThan(100);
  });

  it('only counts when there are more entries than allowed', async () => {
    expect(await read(await zipOf({ a: '1', b: '2', c: '3' }), 2)).toEqual({ entries: [], count: 3 });
  });

  it.each(['STORE', 'DEFLATE'] as const)('leads to the text of one entry (%s)', async (compression) => {
    const file = await zipOf({ 'manifest.json': '{"é":1}', 'b.json': '{}' }, compression);
    const entry = (await read(file)).entries.find(({ name }) => name === 'manifest.json');
    expect(entry && (await readZipEntry(file, entry, 1_000))).toBe('{"é":1}');
  });

  it('never inflates more than allowed', async () => {
    const file = await zipOf({ 'manifest.json': '0'.repeat(100_000) });
    const [entry] = (await read(file)).entries;
    await expect(entry && readZipEntry(file, entry, 1_000)).rejects.toThrow(NotAZip);
  });

  it.each([
    ['nothing at all', new Blob([])],
    ['some text', new Blob(['begrip;definitie'])],
    ['half an archive', null],
  ])('is not there in %s', async (_name, blob) => {
    const whole = await zipOf({ 'a.json': '{}' });
    await expect(read(blob ?? whole.slice(0, whole.size - 30))).rejects.toThrow(NotAZip);
  });
});
