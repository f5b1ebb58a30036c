import { describe, expect, it } from 'vitest';
import { checkRecord } from '#domain/check-record.ts';
import { detectFormat } from './formats.ts';

describe('files made to keep a reader busy', () => {
  const many = (text: string, times = 100_000) => text.repeat(times);
  const entry = (text: string) =>
    `<tbx><text><body><conceptEntry id="a"><langSec xml:lang="nl"><descrip type="definition">${text}</descrip><termSec><term>a</term></termSec></langSec></conceptEntry></body></text></tbx>`;

  it.each([
    ['a.md', `---\r\n${many('x: y\r\n', 8_000)}`],
    ['a.md', `## a\n\n> b\n\nBron: x${many(',')}x`],
    ['a.md', `## a\n\n> ${many('[')}`],
    ['a.md', `## a\n\n> ${many('[a](')}`],
    ['a.md', `## a\n\n> b\n\n*${many('* *')}`],
    ['a.tbx', entry(`x${many(' ')}x`)],
    ['a.tbx', entry(many('x\n \n'))],
    ['a.tbx', many('<conceptEntry><a></b>', 5_000)],
    ['a.tbx', `<tbx>${many('<!-- ')}`],
    ['a.yaml', many('- \n', 10_000)],
    ['a.yaml', many('--- \n', 10_000)],
    ['a.yaml', many('a: "\n---\n', 5_000)],
    ['a.jsonl', many('{\n')],
    ['a.csv', `begrip;definitie\n${many('";')}`],
  ])('%s is read in no time', { timeout: 120_000 }, async (name, text) => {
    const bytes = Buffer.from(text);
    const started = process.cpuUsage();
    const format = detectFormat(bytes, name);
    for await (const raw of format?.read(bytes, name) ?? []) checkRecord(raw);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});
