import { describe, expect, it } from 'vitest';
import { type ChosenFile, planFor } from './chosen-files.ts';

const files = (...paths: string[]): ChosenFile[] =>
  paths.map((path) => ({ path, file: new File(['{}'], path.split('/').at(-1) ?? path) }));

describe('the plan for chosen files', () => {
  it.each([
    ['set.ZIP', 'archive'],
    ['begrip.json', 'json'],
    ['begrippen.csv', 'csv'],
    ['begrippen.jsonl', 'json'],
    ['kader.MD', 'markdown'],
    ['kader.ttl', 'rdf'],
    ['termen.tbx', 'tbx'],
    ['begrip.yml', 'yaml'],
  ])('sends a single %s as it is', (path, as) => {
    expect(planFor(files(path))).toMatchObject({ kind: 'send', as });
  });

  it('packs several files, and a folder even when one file is in it, with their paths', () => {
    expect(planFor(files('a.json', 'b.csv'))).toMatchObject({ kind: 'pack', leftOut: [] });
    expect(planFor(files('map/a.json'))).toMatchObject({ kind: 'pack', files: [{ path: 'map/a.json' }] });
  });

  it('leaves out files of another kind and says which', () => {
    const plan = planFor(files('map/a.json', 'map/lees mij.docx'));
    expect(plan).toMatchObject({ kind: 'pack', leftOut: [{ path: 'map/lees mij.docx' }] });
  });

  it('packs a file with the signature that came with it, and a signature alone is nothing to import', () => {
    expect(planFor(files('a.csv', 'a.csv.signature.json'))).toMatchObject({ kind: 'pack', leftOut: [] });
    expect(planFor(files('a.csv.signature.json'))).toMatchObject({ reason: 'no_usable' });
  });

  it('ignores what an operating system left behind', () => {
    expect(planFor(files('map/.DS_Store', 'map/Thumbs.db', '__MACOSX/map/._a.json'))).toMatchObject({
      kind: 'refuse',
      reason: 'nothing',
    });
    expect(planFor(files('.DS_Store', 'set.zip'))).toMatchObject({ kind: 'send', as: 'archive' });
  });

  it('refuses what does not go together', () => {
    expect(planFor(files('a.zip', 'b.zip'))).toMatchObject({ reason: 'several_archives' });
    expect(planFor(files('a.zip', 'b.json'))).toMatchObject({ reason: 'archive_and_files' });
    expect(planFor(files('foto.png'))).toMatchObject({ reason: 'no_usable', names: ['foto.png'] });
  });
});
