import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ChosenFile } from './chosen-files.ts';
import { prepareSource } from './prepare-source.ts';

const MB = 1024 * 1024;
const OPTIONS = { onProgress: () => undefined, signal: new AbortController().signal };
const chosen = (path: string, ...parts: BlobPart[]): ChosenFile => ({
  path,
  file: new File(parts, path.split('/').at(-1) ?? path),
});

describe('preparing what was chosen', () => {
  it('packs a folder with its paths, the folder itself left off, and reads its manifest', async () => {
    const source = await prepareSource(
      [
        chosen('set/manifest.json', '{"application":{"name":"Lexport","version":"1"},"files":[{}]}'),
        chosen('set/definitions/beslag.json', '{}'),
        chosen('set/notitie.docx', 'x'),
      ],
      OPTIONS,
    );
    expect(source).toMatchObject({
      name: 'set.zip',
      counts: { json: 1 },
      leftOut: ['set/notitie.docx'],
      manifest: { application: 'Lexport 1', files: 1 },
      problems: [],
    });
    const zip = await JSZip.loadAsync((await source.blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(Object.keys(zip.files).sort()).toEqual(['definitions/beslag.json', 'manifest.json']);
  });

  it('counts a signature as no file of its own, and names the archive after what it signs', async () => {
    const source = await prepareSource([chosen('a.csv.signature.json', '{}'), chosen('a.csv', 'begrip')], OPTIONS);
    expect(source).toMatchObject({ name: 'a-e.a.zip', counts: { csv: 1 }, problems: [] });
  });

  it('sends a single file as it is, up to the limit', async () => {
    const file = chosen('begrippen.csv', 'begrip;definitie');
    expect(await prepareSource([file], OPTIONS)).toMatchObject({ blob: file.file, counts: { csv: 1 }, problems: [] });
    const large = chosen('groot.csv', new Uint8Array(201 * MB));
    expect((await prepareSource([large], OPTIONS)).problems).toMatchObject([{ code: 'archive_upload_too_large' }]);
  });

  it.each([
    ['an empty file', [chosen('a.json')], 'zero_bytes'],
    ['an empty archive of 0 bytes', [chosen('a.zip')], 'archive_zero_bytes'],
    ['something else called .zip', [chosen('a.zip', 'geen zip')], 'archive_not_a_zip'],
    ['a file of another kind', [chosen('a.png', 'x')], 'no_usable'],
    ['two archives', [chosen('a.zip', 'x'), chosen('b.zip', 'x')], 'several_archives'],
    ['a definition of 5 MB in a folder', [chosen('m/a.json', new Uint8Array(5 * MB))], 'archive_entry_too_large'],
    ['nothing', [], 'nothing'],
  ])('says what is wrong with %s', async (_name, files, code) => {
    const source = await prepareSource(files, OPTIONS);
    expect(source.problems).toMatchObject([{ code, severity: 'error' }]);
  });

  it('stops packing when asked', async () => {
    const stop = new AbortController();
    stop.abort();
    const files = [chosen('m/a.json', '{}'), chosen('m/b.json', '{}')];
    await expect(prepareSource(files, { ...OPTIONS, signal: stop.signal })).rejects.toThrow('stopped');
  });
});
