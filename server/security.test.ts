import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const text = read('SECURITY.md');
const project = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.keys(project[kind] ?? {}),
);
const rows = new Map(
  [...text.matchAll(/^\| `([^`]+)` \| (?:runs|builds and tests) \| (.+) \| (.+) \|$/gm)].map(
    ([, name, why, licence]) => [name as string, { why, licence }] as const,
  ),
);

describe('SECURITY.md', () => {
  it('lists every dependency with its reason, and nothing that is none', () => {
    expect([...rows.keys()].sort()).toEqual(packages.sort());
    expect([...rows.values()].filter(({ why }) => !why?.trim() || why === '?')).toEqual([]);
  });

  it('says the licence each installed package says of itself', () => {
    for (const [name, { licence }] of rows) {
      const file = `node_modules/${name}/package.json`;
      // What is for another platform is not installed.
      if (existsSync(join(ROOT, file)))
        expect({ name, licence }).toEqual({ name, licence: JSON.parse(read(file)).license });
    }
  });

  it('refers to tests that exist', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
