import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { enterOn, tabTo } from '#e2e/support/keyboard.ts';
import { expect, goTo, test, tick } from '#e2e/support/test.ts';

/** What starts later, once or again and again, and the page that says when. */

/** A name that no earlier try of a test has left behind. */
const named = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test('a lead plans an export for later and sees when it starts', async ({ signInAs }) => {
  const name = named('Export met kerst');
  const page = await signInAs('lead');
  await goTo(page, 'Planning');
  await page.getByRole('button', { name: 'Eenmalig later starten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Eenmalig later starten' });
  await tick(dialog.getByRole('radio', { name: 'Export' }));
  await expect(dialog.getByText(/^Dit zijn er nu \d+/)).toBeVisible();
  await dialog.getByLabel('Naam').fill(name);
  await dialog.getByLabel('Datum').fill('1-1-2020');
  await dialog.getByLabel('Tijd').fill('6.30');
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(dialog.getByText('Dit moment is al voorbij. Kies een later moment.')).toBeVisible();
  await expect(dialog.getByLabel('Datum')).toBeFocused();

  await dialog.getByLabel('Datum').fill('25-12-2099');
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(page.getByText('Start vr 25-12-2099 06:30.')).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Eenmalig, later' }).getByRole('listitem').filter({ hasText: name });
  await expect(waiting).toContainText('vr 25-12-2099 06:30 · Export');

  await waiting.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('main').getByText('Gepland', { exact: true }).first()).toBeVisible();
  await withdraw(page, name);
});

test('a lead has an export start every working day, pauses and resumes that, runs it now and sees the batch', async ({
  signInAs,
}) => {
  const name = named('Export van elke werkdag');
  const page = await signInAs('lead');
  await goTo(page, 'Planning');
  await plan(page, name);
  const item = scheduleOf(page, name);
  await expect(item).toContainText('Start elke werkdag om 03:15');
  await expect(item).toContainText(/Volgende keer(morgen|vandaag|[a-z]{2} \d\d-\d\d-\d{4}) 03:15/);
  await expect(item).toContainText('nog niet gestart');

  const active = item.getByRole('switch', { name: `${name}: actief` });
  await expect(active).toBeChecked();
  await tick(active);
  await expect(item).toContainText('Gepauzeerd: start niet vanzelf');
  await expect(active).not.toBeChecked();
  await tick(active);
  await expect(item).not.toContainText('Gepauzeerd: start niet vanzelf');
  await expect(active).toBeChecked();

  await item.getByRole('button', { name: 'Nu starten' }).click();
  const report = page.getByRole('dialog').getByRole('button', { name: 'Volledig rapport' });
  await expect(report).toBeVisible({ timeout: 60_000 });
  await report.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await goTo(page, 'Planning');
  await expect(item.getByText('Voltooid', { exact: true })).toBeVisible();
  await item.getByRole('link', { name: /^\d\d-\d\d-\d{4} \d\d:\d\d$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await forget(page, name);
});

test('an export is planned in the formats that were chosen, each as a file of its own', async ({ signInAs }) => {
  const name = named('Export in meer formaten');
  const page = await signInAs('lead');
  await goTo(page, 'Planning');
  await page.getByRole('button', { name: 'Herhalend plannen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Herhalend plannen' });
  await tick(dialog.getByRole('radio', { name: 'Export' }));
  await dialog.getByLabel('Naam').fill(name);
  await tick(dialog.getByRole('checkbox', { name: /^JSON, / }));
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await tick(dialog.getByRole('checkbox', { name: /^Excel/ }));
  await tick(dialog.getByRole('checkbox', { name: /als Turtle/ }));
  await tick(dialog.getByRole('radio', { name: /eigen bestand|los/i }));
  await expectAccessible(page, 'planning an export', { theme: 'light', width: 1280 });
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(dialog).toBeHidden();
  await expect(scheduleOf(page, name)).toContainText('Export (Excel (XLSX)) van alle definities, en nog 1 opdracht');
  const { items } = await (await page.request.get('/api/v1/schedules?limit=200')).json();
  const { batch } = items.find((one: { name: string }) => one.name === name);
  expect(batch.jobs.map((job: { options: object }) => job.options)).toMatchObject([
    { formats: ['xlsx'], packaging: 'file' },
    { formats: ['nl-sbb-turtle'], packaging: 'file' },
  ]);
  await forget(page, name);
});

test('a schedule is made and deleted by keyboard, and who may only read steers nothing', async ({ signInAs }) => {
  const name = named('Controle met het toetsenbord');
  const page = await signInAs('lead');
  await goTo(page, 'Planning');
  await enterOn(page.getByRole('button', { name: 'Herhalend plannen' }));
  const dialog = page.getByRole('dialog', { name: 'Herhalend plannen' });
  await tabTo(dialog.getByLabel('Naam'));
  await page.keyboard.type(name);
  await enterOn(dialog.getByRole('button', { name: 'Plannen' }));
  await expect(dialog).toBeHidden();
  const item = scheduleOf(page, name);
  await expect(item).toContainText('Start elke werkdag om 06:00');

  const reader = await signInAs('viewer');
  await goTo(reader, 'Planning');
  await expect(scheduleOf(reader, name)).toContainText('Controle van alle definities');
  await expect(reader.getByRole('switch')).toHaveCount(0);
  await expect(reader.getByRole('main').getByRole('button', { name: /starten|plannen|Verwijderen/i })).toHaveCount(0);

  const remove = item.getByRole('button', { name: 'Verwijderen' });
  await remove.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: `“${name}” verwijderen?` });
  await expect(question.getByRole('button', { name: 'Behouden' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await enterOn(question.getByRole('button', { name: 'Verwijderen' }));
  await expect(question).toBeHidden();
  await expect(item).toHaveCount(0);
});

test('axe finds nothing on the planning page and its dialogs', async ({ signInAs }) => {
  const page = await signInAs('lead', { reducedMotion: 'reduce' });
  await goTo(page, 'Planning');
  const name = named('Toegankelijk gepland');
  await plan(page, name);
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    await expectAccessible(page, 'planning', { theme, width });
    for (const title of ['Herhalend plannen', 'Eenmalig later starten']) {
      await page.getByRole('button', { name: title }).click();
      await expect(page.getByRole('dialog').getByText(/^Dit zijn er nu \d+/)).toBeVisible();
      await expectAccessible(page, title, { theme, width });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  }
  await expectNoSideways(page, 'planning', 390);
  await expectNoSideways(page, 'planning', 320);
  await forget(page, name);
});

function scheduleOf(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Herhaald' }).getByRole('listitem').filter({ hasText: name });
}

/** An export of all definitions, each working day at a quarter past three; a day that does not exist is refused on the way. */
async function plan(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Herhalend plannen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Herhalend plannen' });
  await tick(dialog.getByRole('radio', { name: 'Export' }));
  await dialog.getByLabel('Naam').fill(name);
  await choose(dialog, 'Eigen cron-patroon');
  await dialog.getByLabel('Cron-patroon', { exact: true }).fill('0 0 30 2 *');
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(dialog.getByText(/een dag die niet bestaat, zoals 30 februari/)).toBeVisible();
  await choose(dialog, 'Elke werkdag');
  await dialog.getByLabel('Tijd').fill('3:15');
  await expect(dialog.getByText('Start elke werkdag om 03:15.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Plannen' }).click();
  await expect(dialog).toBeHidden();
  await expect(scheduleOf(page, name)).toBeVisible();
}

async function choose(dialog: Locator, repeat: string): Promise<void> {
  await dialog.getByRole('button', { name: /Hoe vaak/ }).click();
  await dialog.page().getByRole('option', { name: repeat }).click();
}

/** So that nothing of this waits until 2099. */
async function withdraw(page: Page, name: string): Promise<void> {
  const { items } = await (await page.request.get('/api/v1/batches?status=scheduled&limit=200')).json();
  for (const batch of items.filter((one: { name: string }) => one.name === name)) {
    for (const job of batch.jobs) {
      const answer = await page.request.put(`/api/v1/jobs/${job.id}/cancellation`, { data: { keep: true } });
      expect(answer.status()).toBe(202);
    }
  }
}

/** So that nothing of this starts while other tests are at work. */
async function forget(page: Page, name: string): Promise<void> {
  const { items } = await (await page.request.get('/api/v1/schedules?limit=200')).json();
  const { id } = items.find((one: { name: string }) => one.name === name);
  expect((await page.request.delete(`/api/v1/schedules/${id}`)).status()).toBe(200);
}
