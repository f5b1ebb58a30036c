import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE_SETTINGS, PROFILES } from '#domain/validation/settings.ts';
import { realFilePath } from '#server/formats/real-files.ts';
import { countHits, isTooEager } from './count-hits.ts';
import { distinctContents, readContents } from './read-contents.ts';

/** What people of the justice chain wrote and accepted; not the predecessor's file of a hundred times one filler sentence. */
const FILES = [
  'def-csv/batch_definitions.csv',
  'def-csv/begrippen_import.csv',
  'def-csv/begrippen-IDV-uitgebreid.csv',
  'def-csv/definities_export_20251028_081837.csv',
  'def-csv/definities_export_20251028_141609.json',
  'jenv-nlsbb/begrippenkader-beslag.xlsx',
];

async function load() {
  const contents = [];
  for (const name of FILES) {
    const path = realFilePath(name);
    if (path === null) return null;
    contents.push(...(await readContents(path)));
  }
  return distinctContents(contents);
}

describe('the rules over real definitions', () => {
  it.each(PROFILES)('raise few false alarms under %s', async (profile) => {
    const contents = await load();
    if (!contents) return;
    expect(contents.length).toBeGreaterThan(200);
    const hits = countHits(contents, { ...DEFAULT_RULE_SETTINGS, profile });
    expect(hits.filter(isTooEager).map(({ rule, share }) => `${rule.id}: ${share}`)).toEqual([]);
  });
});
