import { definitionPageSchema } from '#contract/definitions.ts';
import { get, have, jobIs, newCaller, startBatch } from '#e2e/support/api.ts';
import { changed, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { download } from '#e2e/support/downloads.ts';
import { newPerson } from '#e2e/support/people.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** What is kept how long: tried first, then carried out as a job; a legal hold is stronger. */

const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [390, 1280].map((width) => ({ theme, width })));

test('a retention policy says what would go before anything does, and keeps what a legal hold is on', async ({
  signInAs,
}) => {
  const tag = uniqueTag('bewaren');
  // Policies, and what is old enough, are of a whole organisation.
  const person = await newPerson('lead', `Organisatie ${tag}`);
  const caller = await newCaller('lead', person);
  const files = taggedFiles({ tag, count: 3 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft' })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const { items } = await get(caller, `/api/v1/definitions?q=${tag}`, definitionPageSchema);
  const ids = items.map(({ id }) => id);
  const held = items.at(0);
  const options = { matter: tag, reason: 'lopende zaak' };
  const holding = await startBatch(caller, {
    jobs: [{ operation: 'hold', selection: { ids: ids.slice(0, 1) }, options }],
  });
  await jobIs(caller, holding.jobs[0]?.id as string, /^completed$/);
  await query(`update definitions set updated_at = now() - interval '11 years' where id = any($1::uuid[])`, [ids]);

  const page = await signInAs('lead', { person, at: '/retention' });
  await expect(page.getByText('Er zijn nog geen bewaarregels')).toBeVisible();
  await page.getByRole('button', { name: 'Bewaarregel toevoegen' }).click();
  const form = page.getByRole('dialog', { name: 'Bewaarregel toevoegen' });
  await form.getByRole('button', { name: 'Bewaren' }).click();
  await expect(form.getByText('Geef de regel een naam.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Naam' }).fill(`Tien jaar ${tag}`);
  await form.getByRole('textbox', { name: 'Termijn in dagen' }).fill('3650');
  await form.getByRole('textbox', { name: 'Reden' }).fill('selectielijst van de proef');
  await form.getByRole('button', { name: /Wanneer/ }).click();
  await page.getByRole('option', { name: 'Elke eerste van de maand om 03:00' }).click();
  await form.getByRole('button', { name: 'Proefberekening' }).click();
  await expect(form.getByText('2 definities zijn oud genoeg.')).toBeVisible();
  for (const look of LOOKS) await expectAccessible(page, 'the policy form', look);
  await page.setViewportSize({ width: 1280, height: 800 });
  await form.getByRole('button', { name: 'Bewaren' }).click();

  const card = page.getByRole('region', { name: `Tien jaar ${tag}` });
  await expect(card).toContainText('minstens 3.650 dagen niet gewijzigd');
  await expect(card).toContainText('Volgende keer');
  await card.getByRole('button', { name: 'Proefberekening' }).click();
  const preview = card.getByRole('region', { name: 'Wat er nu zou gebeuren' });
  await expect(preview).toContainText('1 definitie blijft door een bewaarplicht');
  await expect(preview.getByRole('row').filter({ hasText: held?.term as string })).toContainText(
    'Blijft: bewaarplicht',
  );
  for (const look of LOOKS) await expectAccessible(page, 'the retention page', look);
  await expectNoSideways(page, 'the retention page', 390);
  await page.setViewportSize({ width: 1280, height: 800 });
  const { bytes } = await download(preview.getByRole('link', { name: 'Hele lijst (CSV)' }));
  const list = bytes.toString('utf8');
  expect(ids.filter((id) => list.includes(id))).toEqual(ids);
  expect(list).toContain('blijft: bewaarplicht');

  await card.getByRole('button', { name: 'Nu uitvoeren' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Uitvoeren' }).click();
  const decision = page.getByRole('region', { name: 'Beslissen' });
  await expect(decision).toContainText('2 definities worden gearchiveerd. 1 blijft door een bewaarplicht.');
  for (const look of LOOKS) await expectAccessible(page, 'the plan of a policy', look);
  await page.setViewportSize({ width: 1280, height: 800 });
  await decision.getByRole('button', { name: /^Bevestigen/ }).click();
  await expect(page.getByRole('main').getByText('Voltooid', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Overgeslagen').filter({ visible: true }).first()).toBeVisible();
  const rows = await query<{ status: string; count: number }>(
    'select status, count(*)::int from definitions where id = any($1::uuid[]) group by 1 order by 1',
    [ids],
  );
  expect(rows).toEqual([
    { status: 'draft', count: 1 },
    { status: 'archived', count: 2 },
  ]);
  await caller.dispose();
});
