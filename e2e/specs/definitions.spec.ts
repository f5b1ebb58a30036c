import type { APIRequestContext, Page } from '@playwright/test';
import { definitionPageSchema } from '#contract/definitions.ts';
import { get, have } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { found, search } from '#e2e/support/definition-list.ts';
import { demoUser } from '#e2e/support/product.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Finding, reading and changing definitions; what is shown is what is there, and nothing typed is ever lost. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

test('search, filters, sort and page are in the address and survive reload and back', async ({ signInAs }) => {
  const tag = uniqueTag('roosterproef');
  const files = taggedFiles({ tag, count: 130 }).map((file, index) =>
    changed(file, (content) => ({ ...content, status: index % 10 === 0 ? 'review' : 'draft' })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const page = await signInAs('editor', { at: '/definitions' });
  await search(page, tag, 130);
  await page.getByRole('button', { name: 'Status', exact: true }).first().click();
  await tick(page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: /^Concept/ }));
  await page.keyboard.press('Escape');
  await found(page, 117);
  await page.getByRole('columnheader', { name: 'Begrip' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Begrip', exact: true }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Begrip' })).toHaveAttribute('aria-sort', 'descending');
  await expectRows(page, `q=${tag}&status=draft&sort=-term`);

  await page.getByRole('button', { name: 'Volgende' }).click();
  await expect(page.getByText('51 tot en met 100 van 117')).toBeVisible();
  const second = await terms(page);
  await page.reload();
  await expect(page.getByText('51 tot en met 100 van 117')).toBeVisible();
  expect(await terms(page)).toEqual(second);
  await expect(page.getByRole('region', { name: 'Actieve filters' })).toContainText('Status: Concept');
  await page.goBack();
  await expect(page.getByText('1 tot en met 50 van 117')).toBeVisible();
  await expectRows(page, `q=${tag}&status=draft&sort=-term`);

  await page.getByRole('button', { name: 'Filter Status: Concept weghalen' }).click();
  await found(page, 130);
  await page.getByRole('searchbox', { name: 'Zoeken in definities' }).fill(`${tag} bestaatniet`);
  await expect(page.getByText('Niets voldoet aan deze zoekopdracht')).toBeVisible();
  await page.getByRole('button', { name: 'Filters wissen' }).last().click();
  await expect(page).toHaveURL(/\/definitions(\?sort=-term)?$/);
});

test('a row opens beside the list, and back closes it again', async ({ signInAs }) => {
  const page = await signInAs('editor', { at: '/definitions?q=reclasseringstoezicht' });
  await page.getByRole('button', { name: 'reclasseringstoezicht', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'reclasseringstoezicht' });
  await expect(panel.getByRole('tab', { name: 'Inhoud', selected: true })).toBeVisible();
  await expect(page).toHaveURL(/open=/);
  await page.goBack();
  await expect(panel).toBeHidden();
  await page.goForward();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'reclasseringstoezicht', exact: true })).toBeFocused();
});

test('a change with its reason becomes a version, with the words that differ', async ({ signInAs }) => {
  const { id, term, definition } = await oneDefinition('wijzigproef');
  const page = await signInAs('editor', { at: `/definitions/${id}` });
  await page.getByRole('button', { name: 'Wijzigen' }).click();
  const text = page.getByLabel('Definitie', { exact: true });
  await expect(text).toHaveValue(definition);
  await text.fill(`${definition} binnen veertien dagen`);
  await expect(page.getByText('1 veld gewijzigd')).toBeVisible();
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText('Schrijf waarom u dit wijzigt.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reden van de wijziging' }).fill('De termijn ontbrak');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText(`${term} is opgeslagen als versie 2.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: term })).toBeVisible();

  await page.getByRole('tab', { name: /^Geschiedenis/ }).click();
  await expect(page.getByRole('heading', { name: 'Verschillen van versie 1 naar versie 2' })).toBeVisible();
  await expect(page.getByRole('insertion')).toContainText('binnen veertien dagen');
  await expect(page.getByRole('deletion')).toHaveCount(0);
  const newest = page.getByRole('listitem').filter({ hasText: 'De termijn ontbrak' });
  await expect(newest).toContainText('Versie 2');
  await expect(newest).toContainText(demoUser('editor').name);
  const versions = await query('select version, reason from definition_versions where definition_id = $1 order by 1', [
    id,
  ]);
  expect(versions).toMatchObject([{ version: 1 }, { version: 2, reason: 'De termijn ontbrak' }]);
});

test('who saves after somebody else is told what changed, and loses nothing', async ({ signInAs }) => {
  const { id, definition } = await oneDefinition('gelijktijdig');
  const page = await signInAs('editor', { at: `/definitions/${id}?edit=true` });
  await page.getByLabel('Definitie', { exact: true }).fill(`${definition} met behoud van mijn tekst`);
  await page.getByRole('textbox', { name: 'Reden van de wijziging' }).fill('Mijn reden');

  const there = await caller.get(`/api/v1/definitions/${id}`);
  const theirs = { explanation: 'Toelichting van een ander.', reason: 'Toelichting aangevuld' };
  const headers = { 'If-Match': there.headers().etag ?? '' };
  await expect(await caller.patch(`/api/v1/definitions/${id}`, { data: theirs, headers })).toBeOK();

  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Intussen gewijzigd door iemand anders' });
  await expect(conflict).toContainText('Toelichting van een ander.');
  await expect(page.getByLabel('Definitie', { exact: true })).toHaveValue(`${definition} met behoud van mijn tekst`);
  await page.getByRole('button', { name: 'Verder op versie 2, mijn tekst houden' }).click();
  await expect(page.getByLabel('Toelichting', { exact: true })).toHaveValue('Toelichting van een ander.');
  await expect(page.getByRole('textbox', { name: 'Reden van de wijziging' })).toHaveValue('Mijn reden');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByText(/is opgeslagen als versie 3\./)).toBeVisible();
  expect(await query('select version, definition, explanation from definitions where id = $1', [id])).toEqual([
    {
      version: 3,
      definition: `${definition} met behoud van mijn tekst`,
      explanation: 'Toelichting van een ander.',
    },
  ]);
});

test('what is typed is kept when one leaves by mistake; what is established is not edited by hand', async ({
  signInAs,
}) => {
  const { id, definition } = await oneDefinition('bewaarproef');
  const page = await signInAs('editor', { at: `/definitions/${id}?edit=true` });
  await page.getByLabel('Definitie', { exact: true }).fill(`${definition} nog niet klaar`);
  await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link', { name: 'Batches' }).click();
  const question = page.getByRole('alertdialog', { name: 'Wijzigingen niet opgeslagen' });
  await question.getByRole('button', { name: 'Verder met wijzigen' }).click();
  await expect(page.getByLabel('Definitie', { exact: true })).toHaveValue(`${definition} nog niet klaar`);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Uw niet-opgeslagen wijzigingen van eerder staan er weer.')).toBeVisible();
  await expect(page.getByLabel('Definitie', { exact: true })).toHaveValue(`${definition} nog niet klaar`);
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await page.getByRole('button', { name: 'Weggaan zonder opslaan' }).click();
  await expect(page.getByRole('heading', { name: definition }).or(page.getByText(definition)).first()).toBeVisible();

  await page.goto('/definitions?q=inverzekeringstelling');
  await page.getByRole('button', { name: 'inverzekeringstelling', exact: true }).click();
  await page.getByRole('link', { name: 'Hele pagina' }).click();
  await expect(page.getByText('Een vastgestelde definitie kunt u niet rechtstreeks wijzigen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wijzigen' })).toHaveCount(0);
});

const WETTEN = 'https://wetten.overheid.nl';
const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=';
/** What may be cited, and where each leads. */
const CITED: Readonly<Record<string, string>> = {
  BWBR0005537: `${WETTEN}/BWBR0005537`,
  'jci1.3:c:BWBR0005416&titel=IV&artikel=222': `${WETTEN}/jci1.3:c:BWBR0005416&titel=IV&artikel=222`,
  'ECLI:NL:HR:2004:AM2533': 'https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2004:AM2533',
  'ECLI:EU:C:2019:218': `${EUR_LEX}ecli:ECLI:EU:C:2019:218`,
  CVDR123456_2: 'https://lokaleregelgeving.overheid.nl/CVDR123456/2',
  '32016R0679': `${EUR_LEX}CELEX:32016R0679`,
  'http://data.europa.eu/eli/reg/2016/679/oj': 'https://data.europa.eu/eli/reg/2016/679/oj',
};
const CASE_NUMBER = '01/234567-19';

test('what a definition cites is a link to where it can be read, and the number of a case is not', async ({
  signInAs,
}) => {
  const { id } = await oneDefinition('aanhaalproef', {
    legalBasis: Object.keys(CITED),
    sources: Object.keys(CITED).map((citation) => ({ title: 'Vindplaats', uri: null, citation })),
    caseReferences: [{ kind: 'parketnummer', value: CASE_NUMBER }],
  });
  const page = await signInAs('editor', { at: `/definitions/${id}` });
  for (const [name, href] of Object.entries(CITED)) {
    const links = page.getByRole('link', { name, exact: true });
    // Once as the legal basis, once as the place in a source.
    await expect(links).toHaveCount(2);
    for (const link of await links.all()) await expect(link).toHaveAttribute('href', href);
  }
  await expect(page.getByText(CASE_NUMBER)).toBeVisible();
  await expect(page.getByRole('link', { name: CASE_NUMBER })).toHaveCount(0);
});

test('a page is fetched beforehand when its link is pointed at, not because it is seen', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/definitions' });
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has('_rsc')) fetched.add(pathname);
  });
  await page.reload();
  // Only a page that works hears of being pointed at.
  await expect.poll(() => terms(page)).not.toEqual([]);
  const navigation = page.getByRole('navigation', { name: 'Hoofdnavigatie' });
  await navigation.getByRole('link', { name: 'Planning' }).hover();
  await expect.poll(() => [...fetched]).toContain('/planning');
  await navigation.getByRole('link', { name: 'Regels' }).focus();
  await expect.poll(() => [...fetched]).toContain('/rules');
  expect([...fetched]).toEqual(['/planning', '/rules']);
});

function terms(page: Page): Promise<string[]> {
  return page.getByRole('table', { name: 'Definities' }).getByRole('rowheader').allTextContents();
}

/** The rows of the grid are those of the API, in that order. */
async function expectRows(page: Page, search: string): Promise<void> {
  const { items } = await get(caller, `/api/v1/definitions?${search}&limit=50`, definitionPageSchema);
  await expect.poll(() => terms(page)).toEqual(items.map(({ term }) => term));
}

/** A definition of this test's own that may be edited by hand. */
async function oneDefinition(
  word: string,
  more: object = {},
): Promise<{ id: string; term: string; definition: string }> {
  const tag = uniqueTag(word);
  const files = taggedFiles({ tag, count: 1 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft', ...more })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const { term, definition } = contentOf(files[0] as (typeof files)[0]);
  const [row] = await query<{ id: string }>('select id from definitions where term = $1', [term]);
  return { id: row?.id ?? '', term, definition };
}
