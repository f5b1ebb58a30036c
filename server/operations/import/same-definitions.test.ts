import { expect, it } from 'vitest';
import { sameDefinitions } from './same-definitions.ts';

it('reads the format that says the most of those an export has', () => {
  expect(sameDefinitions(['pdf/definities.pdf', 'csv-excel/definities.csv', 'definities/a--1.json'])).toEqual({
    read: 'json',
    others: ['csv-excel', 'pdf'],
  });
  expect(sameDefinitions(['docx/definities.docx', 'tbx-dca/definities-2.tbx', 'tbx-dca/definities-1.tbx'])).toEqual({
    read: 'tbx-dca',
    others: ['docx'],
  });
});

it('leaves alone what holds one format, or files that somebody put together', () => {
  expect(sameDefinitions(['definities/a--1.json', 'manifest.json'])).toBeNull();
  expect(sameDefinitions(['yaml/definities.yaml', 'manifest.json'])).toBeNull();
  expect(sameDefinitions(['yaml/begrippen.yaml', 'csv-excel/anders.csv', 'definities/a--1.json'])).toBeNull();
  expect(sameDefinitions(['docx/definities.docx', 'pdf/definities.pdf'])).toBeNull();
});
