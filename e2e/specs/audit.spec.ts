import { have } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { demoUser } from '#e2e/support/product.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Everything that is done is written down once and for all, for those who may read it. */

const TAG = uniqueTag('spoorproef');
const REASON = 'Aangepast voor de auditproef';

type Version = { version: number; content_hash: string };
let definitionId: string;
let jobId: string;

test.beforeAll(async ({ callAs }) => {
  const caller = await callAs('lead');
  const files = taggedFiles({ tag: TAG, count: 1 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft' })),
  );
  jobId = (await have(caller, `${TAG}.zip`, await zipOf(files))).id;
  const { term } = contentOf(files[0] as (typeof files)[0]);
  const [row] = await query<{ id: string }>('select id from definitions where term = $1', [term]);
  definitionId = row?.id ?? '';
  const etag = (await caller.get(`/api/v1/definitions/${definitionId}`)).headers().etag ?? '';
  const data = { explanation: 'Een toelichting.', reason: REASON };
  await expect(
    await caller.patch(`/api/v1/definitions/${definitionId}`, { data, headers: { 'If-Match': etag } }),
  ).toBeOK();
});

test('the auditor finds who changed what, when, why and from which hash to which', async ({ signInAs }) => {
  const page = await signInAs('auditor', { at: '/audit' });
  const filters = page.getByRole('search', { name: 'Filters' });
  await filters.getByLabel('Onderwerp').fill(definitionId);
  await filters.getByRole('button', { name: 'Filteren' }).click();
  await expect(page.getByText('2 regels')).toBeVisible();
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Definitie gewijzigd');
  await expect(rows.first()).toContainText(demoUser('lead').name);
  await expect(rows.first()).toContainText('Teamleider');
  await expect(rows.first()).toContainText(REASON);
  await expect(rows.last()).toContainText('Definitie toegevoegd');
  await page.reload();
  await expect(rows).toHaveCount(2);

  await rows.first().getByRole('button').click();
  const entry = page.getByRole('dialog', { name: 'Definitie gewijzigd' });
  const versions = await query<Version>(
    'select version, content_hash from definition_versions where definition_id = $1 order by version',
    [definitionId],
  );
  await expect(entry).toContainText(versions[0]?.content_hash ?? 'no version 1');
  await expect(entry).toContainText(versions[1]?.content_hash ?? 'no version 2');
  await expect(entry).toContainText(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}/);
  await expect(entry).toContainText(/127\.0\.0\.1|::1/);
  await page.keyboard.press('Escape');

  await filters.getByLabel('Handeling').fill('definition.created');
  await filters.getByRole('button', { name: 'Filteren' }).click();
  await expect(rows).toHaveCount(1);
  await filters.getByLabel('Persoon').fill('Niemand met deze naam');
  await filters.getByRole('button', { name: 'Filteren' }).click();
  await expect(page.getByText('Geen regel voldoet aan deze filters')).toBeVisible();
  await filters.getByLabel('Vanaf').fill('31-31-2026');
  await filters.getByRole('button', { name: 'Filteren' }).click();
  await expect(page.getByText(/^Schrijf een datum als/)).toBeVisible();
});

test('the auditor follows an import from its page to its events', async ({ signInAs }) => {
  const page = await signInAs('auditor', { at: '/batches' });
  await page.getByRole('link', { name: `${TAG}.zip` }).click();
  await page.getByRole('tab', { name: 'Gebeurtenissen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Voltooid' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'In de audit bekijken' }).click();
  await expect(page).toHaveURL(new RegExp(`/audit\\?subject=${jobId}`));
  await expect(page.getByRole('row').filter({ hasText: 'job.created' })).toBeVisible();
});

test('a lead has no audit page and no way around that', async ({ signInAs }) => {
  const page = await signInAs('lead');
  await expect(
    page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link', { name: 'Audit' }),
  ).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
  expect((await page.request.get('/api/v1/audit-entries')).status()).toBe(403);
});

test('nobody changes the trail, not even the product itself', async () => {
  const before = await query('select count(*) from audit_entries');
  await expect(query(`update audit_entries set reason = 'anders'`)).rejects.toThrow();
  await expect(query('delete from audit_entries')).rejects.toThrow();
  await expect(query('truncate audit_entries')).rejects.toThrow();
  const after = await query('select count(*) from audit_entries');
  expect(Number(after[0]?.count)).toBeGreaterThanOrEqual(Number(before[0]?.count));
});
