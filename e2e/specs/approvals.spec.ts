import { act } from '#e2e/support/act.ts';
import { have, newCaller } from '#e2e/support/api.ts';
import { taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { newPerson } from '#e2e/support/people.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Four eyes: an organisation says what waits for somebody else, who sees the same definitions and decides. */

const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [390, 1280].map((width) => ({ theme, width })));

test('a deletion of more than an organisation leaves to one person waits for another', async ({ signInAs }) => {
  const tag = uniqueTag('akkoord');
  const organisation = `Organisatie ${tag}`;
  const admin = await newPerson('admin', organisation);
  const lead = await newPerson('lead');
  await query('update users set organisation_id = (select id from organisations where name = $1) where email = $2', [
    organisation,
    lead.email,
  ]);
  const caller = await newCaller('lead', lead);
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 3 })));

  const settings = await signInAs('admin', { person: admin, at: '/approvals' });
  await expect(settings.getByText('Er wacht niets op goedkeuring.')).toBeVisible();
  await settings.getByRole('link', { name: 'Wat goedkeuring nodig heeft' }).click();
  const deleting = settings.getByRole('region', { name: 'Verwijderen' });
  const limit = deleting.getByRole('textbox', { name: 'Bij meer dan zo veel definities' });
  await expect(limit).toHaveValue('100');
  await limit.fill('veel');
  await settings.getByRole('button', { name: 'Bewaren' }).click();
  await expect(deleting.getByText('Vul een heel getal in')).toBeVisible();
  await limit.fill('2');
  for (const look of LOOKS) await expectAccessible(settings, 'what needs approval', look);
  await expectNoSideways(settings, 'what needs approval', 390);
  await settings.setViewportSize({ width: 1280, height: 800 });
  await settings.getByRole('button', { name: 'Bewaren' }).click();
  await expect(settings.getByText(/Gewijzigd op .* door/)).toBeVisible();

  const page = await signInAs('lead', { person: lead, at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Verwijderen…', 'Definities verwijderen');
  await expect(dialog.getByText('Dit zijn er meer dan 2')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('dubbel ingevoerd');
  await dialog.getByRole('button', { name: 'Verwijderen' }).click();
  const progress = page.getByRole('dialog', { name: /3 definities verwijderen/ });
  await progress.getByRole('link', { name: 'Voorvertoning bekijken' }).click();
  await expect(page.getByRole('region', { name: 'Wacht op besluit' })).toContainText('iemand anders moet besluiten');
  await expect(page.getByRole('button', { name: 'Goedkeuring vragen' })).toHaveCount(0);

  const other = await signInAs('admin', { person: admin, at: '/approvals' });
  const line = other.getByRole('listitem').filter({ hasText: 'dubbel ingevoerd' });
  await line.getByRole('link', { name: /Bekijken en besluiten/ }).click();
  const decision = other.getByRole('region', { name: 'Wacht op besluit' });
  await expect(decision).toContainText('dubbel ingevoerd');
  await expect(other.getByText('3 definities worden verwijderd.')).toBeVisible();
  for (const look of LOOKS) await expectAccessible(other, 'a plan that waits for approval', look);
  await expectNoSideways(other, 'a plan that waits for approval', 390);
  await other.setViewportSize({ width: 1280, height: 800 });
  await decision.getByRole('textbox', { name: 'Toelichting op uw besluit' }).fill('gezien en akkoord');
  await decision.getByRole('button', { name: 'Goedkeuren' }).click();
  await expect(other.getByRole('region', { name: 'Wacht op besluit' })).toHaveCount(0);
  await expect
    .poll(async () => {
      const text = `select count(*)::int as count from definitions where term like '%' || $1 and deleted_at is not null`;
      return (await query<{ count: number }>(text, [tag]))[0]?.count;
    })
    .toBe(3);
  // Afterwards the batch says who approved it, and why.
  const approved = other.getByRole('region', { name: 'Goedgekeurd' });
  await expect(approved).toContainText('gezien en akkoord');
  for (const look of LOOKS) await expectAccessible(other, 'an approved job', look);
  await caller.dispose();
});
