import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { generateFiles } from './generate-files.ts';
import { writeZipFile } from './write-zip-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lexport-zip-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writeZipFile', () => {
  it('writes an archive that reads back word for word', async () => {
    const files = [
      { name: 'é/naam.json', text: '{"term":"€ 1.10"}' },
      { name: 'leeg.json', text: '' },
      ...generateFiles({ count: 20 }),
    ];
    const path = join(folder, 'some.zip');
    const size = await writeZipFile(path, files);
    const bytes = await readFile(path);
    expect(bytes.length).toBe(size);
    const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
    expect(Object.values(zip.files).map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const { name, text } of files) expect(await zip.file(name)?.async('string')).toBe(text);
  });

  it('writes the same bytes for the same files', async () => {
    const [one, other] = [join(folder, 'one.zip'), join(folder, 'other.zip')];
    await writeZipFile(one, generateFiles({ count: 30, seed: 5 }));
    await writeZipFile(other, generateFiles({ count: 30, seed: 5 }));
    expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  });

  it('writes more entries than the old end record can count', { timeout: 60_000 }, async () => {
    const path = join(folder, 'many.zip');
    await writeZipFile(path, manyFiles(65_536));
    const zip = await fromBufferPromise(await readFile(path));
    let entries = 0;
    for await (const { uncompressedSize } of zip.eachEntry()) entries += uncompressedSize === 2 ? 1 : 0;
    expect([zip.entryCount, entries]).toEqual([65_536, 65_536]);
  });

  it('leaves nothing behind when the files cannot be made', async () => {
    const before = await readdir(folder);
    await expect(writeZipFile(join(folder, 'broken.zip'), failingFiles())).rejects.toThrow('no more');
    expect(await readdir(folder)).toEqual(before);
  });
});

function* manyFiles(count: number) {
  for (let index = 0; index < count; index += 1) yield { name: `${index}.json`, text: '{}' };
}

function* failingFiles() {
  yield { name: 'first.json', text: '{}' };
  throw new Error('no more');
}
