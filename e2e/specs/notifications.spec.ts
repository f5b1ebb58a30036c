import type { Page } from '@playwright/test';
import { have, jobIs, newCaller, startBatch, startImport } from '#e2e/support/api.ts';
import { taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { enterOn, tabTo } from '#e2e/support/keyboard.ts';
import { newPerson } from '#e2e/support/people.ts';
import { type Receiver, startReceiver } from '#e2e/support/receiver.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** What people and other systems are told: the bell, the inbox, how one wants to be told, and webhooks. */

const bell = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Meldingen/ });

const deliveryRows = (page: Page) =>
  page.getByRole('table', { name: 'Wat naar deze webhook ging, nieuwste eerst' }).getByRole('row');

async function makeWebhook(page: Page, receiver: Receiver, name: string): Promise<void> {
  await page.goto('/webhooks');
  await page.getByRole('button', { name: 'Webhook maken' }).click();
  const form = page.getByRole('dialog', { name: 'Webhook maken' });
  await form.getByLabel('Naam').fill(name);
  await form.getByRole('button', { name: 'Webhook maken' }).click();
  await expect(form.getByText(/^Geef een adres dat met https/)).toBeVisible();
  await expect(form.getByLabel('Adres')).toBeFocused();
  await form.getByLabel('Adres').fill(receiver.url);
  await form.getByRole('button', { name: 'Webhook maken' }).click();
  const secret = page.getByRole('alertdialog', { name: `Het geheim van “${name}”` });
  receiver.secret = await secret.getByLabel('Geheim').inputValue();
  expect(receiver.secret).toMatch(/^whsec_/);
  await secret.getByRole('button', { name: 'Ik heb het bewaard' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a webhook is made and hears of an export; what it missed is sent again; the bell shows the export live', async ({
  signInAs,
}) => {
  const receiver = await startReceiver();
  const tag = uniqueTag('melding');
  // A webhook hears of everything its organisation does, other tests among that.
  const person = await newPerson('lead', `Proefkamer ${tag}`);
  const caller = await newCaller('lead', person);
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 3 })));
  const page = await signInAs('lead', { at: '/', person });
  try {
    await makeWebhook(page, receiver, tag);
    await page.getByRole('button', { name: 'Proefbericht sturen' }).click();
    const rows = deliveryRows(page);
    await expect(rows.filter({ hasText: 'Proefbericht' })).toContainText('Aangekomen');
    expect(receiver.messages).toMatchObject([{ type: 'webhook.test', genuine: true }]);

    receiver.status = 500;
    const name = `Export ${tag}`;
    const { id } = await startBatch(caller, {
      name,
      jobs: [{ operation: 'export', name, selection: { filter: { q: tag } } }],
    });
    const missed = rows.filter({ hasText: /^Voltooid/ });
    await expect(missed).toContainText('500 · Geweigerd door de ontvanger');
    await expect(bell(page)).toHaveAccessibleName(/ongelezen$/);
    await expect(bell(page)).not.toHaveAccessibleName(/niets ongelezen$/);

    receiver.status = 204;
    await missed.getByRole('button').click();
    const panel = page.getByRole('dialog', { name: 'Afleveringen' });
    await expect(panel.getByText('gehoord').first()).toBeVisible();
    await panel.getByRole('button', { name: 'Opnieuw versturen' }).click();
    await expect(panel.getByText('Aangekomen')).toBeVisible();
    await expect(panel.getByText('Poging 2')).toBeVisible();
    await expectAccessible(page, 'delivery', { theme: 'light', width: 1280 });
    await page.keyboard.press('Escape');
    const heard = receiver.messages.filter(({ type, data }) => type === 'job.completed' && data.batch?.id === id);
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(new Set(heard.map((message) => message.id)).size).toBe(1);
    expect(receiver.messages.every(({ genuine }) => genuine)).toBe(true);

    await bell(page).click();
    const latest = page.getByRole('dialog', { name: 'Laatste meldingen' });
    await latest.getByRole('link', { name: `Ongelezen: Voltooid: ${name}` }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await bell(page).click();
    await expect(latest.getByRole('link', { name: `Voltooid: ${name}`, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await remove(page, tag);
  } finally {
    await caller.dispose();
    await receiver.close();
  }
});

async function remove(page: Page, name: string): Promise<void> {
  await page.goto('/webhooks');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
  const question = page.getByRole('alertdialog', { name: `“${name}” verwijderen?` });
  await expect(question.getByRole('button', { name: 'Behouden' })).toBeFocused();
  await question.getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
}

test('the inbox by keyboard: narrowed, read, unread again, all read; and how one wants to be told', async ({
  signInAs,
  callAs,
}) => {
  const caller = await callAs('admin');
  const tag = uniqueTag('postvak');
  const job = await startImport(caller, {
    fileName: `${tag}.zip`,
    bytes: await zipOf(taggedFiles({ tag, count: 2 })),
  });
  await jobIs(caller, job.id, /^awaiting_confirmation$/);
  const page = await signInAs('admin', { at: '/' });
  await enterOn(bell(page));
  await enterOn(page.getByRole('link', { name: 'Alle meldingen' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible();
  const entry = page.getByRole('list', { name: 'Meldingen' }).getByRole('listitem').filter({ hasText: tag });
  await expect(entry).toContainText('De voorvertoning (2 items) staat klaar.');
  await enterOn(entry.getByRole('button', { name: /^Als gelezen markeren/ }));
  await expect(entry.getByRole('button', { name: /^Als ongelezen markeren/ })).toBeVisible();
  await page.getByRole('button', { name: /Gelezen$/ }).click();
  await page.getByRole('option', { name: 'Ongelezen' }).click();
  await expect(page).toHaveURL(/state=unread/);
  await expect(entry).toHaveCount(0);
  await page.goto('/notifications?about=webhook');
  await expect(page.getByText('Geen melding past bij deze filters')).toBeVisible();
  await page.getByRole('button', { name: 'Filters wissen' }).click();
  await enterOn(entry.getByRole('button', { name: /^Als ongelezen markeren/ }));
  await enterOn(page.getByRole('button', { name: 'Alles als gelezen markeren' }));
  await expect(bell(page)).toHaveAccessibleName('Meldingen, niets ongelezen');

  await enterOn(page.getByRole('link', { name: 'Instellen' }));
  await expect(page.getByText('E-mail staat uit')).toBeVisible();
  const box = page.getByRole('checkbox', { name: 'Begonnen: Postvak' });
  await expect(box).not.toBeChecked();
  await tabTo(box);
  await page.keyboard.press('Space');
  await enterOn(page.getByRole('button', { name: 'Bewaren' }));
  await expect(page.getByText('Uw keuzes zijn bewaard.')).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked();
  await page.getByRole('button', { name: 'Terug naar de gewone keuzes' }).click();
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Uw keuzes zijn bewaard.')).toBeVisible();
});

test('axe finds nothing on the pages of notifications and webhooks, in both languages', async ({ signInAs }) => {
  const receiver = await startReceiver();
  const page = await signInAs('lead', { at: '/' });
  const name = uniqueTag('toegankelijk');
  try {
    await makeWebhook(page, receiver, name);
    await page.getByRole('button', { name: 'Proefbericht sturen' }).click();
    await expect(deliveryRows(page).filter({ hasText: 'Proefbericht' })).toContainText('Aangekomen');
    const webhook = new URL(page.url()).pathname;
    const english = await signInAs('lead', { at: webhook, language: 'en' });
    await expect(english.getByRole('button', { name: 'Send a test event' })).toBeVisible();
    for (const [one, paths] of [
      [page, ['/notifications', '/notifications/settings', '/webhooks', webhook]],
      [english, [webhook, '/notifications/settings']],
    ] as const) {
      for (const path of paths) {
        await one.goto(path);
        await expect(one.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(
          one
            .getByRole('table')
            .or(one.getByRole('list', { name: /^(Meldingen|Notifications)$/ }))
            .or(one.getByText('Er zijn nog geen meldingen'))
            .first(),
        ).toBeVisible();
        await expectAccessible(one, path, { theme: 'light', width: 1280 });
        await expectAccessible(one, path, { theme: 'dark', width: 390 });
        await expectNoSideways(one, path, 320);
        await one.setViewportSize({ width: 1280, height: 800 });
      }
    }
    await bell(page).click();
    await expectAccessible(page, 'bell', { theme: 'dark', width: 1280 });
    await page.keyboard.press('Escape');
    await page.goto('/webhooks');
    await page.getByRole('button', { name: 'Webhook maken' }).click();
    await tick(page.getByRole('checkbox', { name: /^Gestopt/ }));
    await expectAccessible(page, 'form', { theme: 'light', width: 390 });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
    await remove(page, name);
  } finally {
    await receiver.close();
  }
});

test('webhooks are not for everybody', async ({ signInAs }) => {
  const page = await signInAs('viewer', { at: '/webhooks' });
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Webhooks' })).toHaveCount(0);
});
