import type { Page } from '@playwright/test';
import { monitoringSchema } from '#contract/monitoring.ts';
import { get, have, jobIs } from '#e2e/support/api.ts';
import { taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { enterOn } from '#e2e/support/keyboard.ts';
import { hold, startSlowly } from '#e2e/support/slow-jobs.ts';
import { expect, goTo, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Who looks after the installation sees it work; who started a job sees when each of its chunks had its turn. */

const LOOKS = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
] as const;

const row = (page: Page, caption: RegExp, name: string) =>
  page.getByRole('table', { name: caption }).getByRole('row').filter({ hasText: name });

test('an administrator sees the processor and the job it works on, and stops one that wants attention', async ({
  signInAs,
  callAs,
}) => {
  const caller = await callAs('admin');
  const tag = uniqueTag('bewaakt');
  const job = await startSlowly(caller, { tag, files: taggedFiles({ tag, count: 40 }) });
  const letGo = await hold(job.id);
  const page = await signInAs('admin');
  await goTo(page, 'Monitoring');

  const processor = page
    .getByRole('table', { name: /^Verwerkers/ })
    .getByRole('row')
    .filter({ hasText: 'Actief' });
  await expect(processor.first()).toContainText(/\d,?\d* MB/);
  const running = row(page, /^Opdrachten die bij een verwerker zijn/, tag);
  await expect(running).toContainText('Bezig');
  await expect(running).toContainText('van 40');
  await expect(running.getByRole('cell').nth(5)).toHaveText(/:\d+$/);

  // It is held, so nothing of it moves; that it has been for so long is the one thing that is made up.
  await query(`update jobs set updated_at = now() - interval '2 minutes' where id = $1`, [job.id]);
  const stuck = page
    .getByRole('list', { name: 'Vraagt aandacht' })
    .getByRole('listitem')
    .filter({ hasText: tag })
    .first();
  await expect(stuck).toContainText('geen teken van leven');
  for (const look of LOOKS) await expectAccessible(page, 'monitoring', look);
  await expectNoSideways(page, 'monitoring', 390);
  await expectNoSideways(page, 'monitoring', 320);
  await page.setViewportSize({ width: 1280, height: 800 });

  await enterOn(stuck.getByRole('button', { name: `Stoppen… van ${tag}.zip` }));
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Stoppen, verwerkte behouden/ })
    .click();
  await letGo();
  await expect(running).toHaveCount(0);
  expect((await jobIs(caller, job.id)).status).toBe('cancelled');
  const [audited] = await query(`select actor_name from audit_entries where job_id = $1 and action = 'job.cancel'`, [
    job.id,
  ]);
  expect(audited?.actor_name).toBeTruthy();
});

test('what the page shows stands still when one wants that, and goes on afterwards', async ({ signInAs }) => {
  const page = await signInAs('auditor', { at: '/monitoring' });
  await page.clock.install();
  await page.reload();
  const moment = page.getByText(/^Stand van /);
  const before = await moment.textContent();
  await expect(moment).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Live bijwerken: aan' }).click();
  const asked: string[] = [];
  page.on('request', (request) => request.url().endsWith('/api/v1/monitoring') && asked.push(request.url()));
  const still = await moment.textContent();
  // Longer than several rounds of asking.
  await page.clock.runFor(10_000);
  expect(asked).toEqual([]);
  await expect(moment).toHaveText(still ?? '');
  await page.getByRole('button', { name: 'Live bijwerken: uit' }).click();
  await expect(moment).not.toHaveText(still ?? '');
});

test('a lead sees when the chunks of a finished job had their turn, and has no monitoring page', async ({
  signInAs,
  callAs,
}) => {
  const caller = await callAs('lead');
  const tag = uniqueTag('verloop');
  const files = taggedFiles({ tag, count: 45 });
  const job = await have(caller, `${tag}.zip`, await zipOf(files));
  const page = await signInAs('lead', { at: `/batches/${job.batchId}` });
  await page.getByRole('tab', { name: 'Verloop' }).click();
  const { done, total } = (await jobIs(caller, job.id)).chunks;
  await expect(
    page.getByRole('img', { name: new RegExp(`^Blokken in de tijd: ${done} van ${total} klaar`) }),
  ).toBeVisible();
  const rows = page
    .getByRole('table', { name: /^Blokken, op volgorde/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(Math.min(done, 25));
  await expect(rows.first()).toContainText(/\d ms/);
  await page.getByRole('button', { name: 'Duur' }).click();
  await expect(page.getByRole('table', { name: /^Blokken, het langste eerst/ })).toBeVisible();

  const changes = page.getByRole('list', { name: 'Statuswijzigingen' }).getByRole('listitem');
  await expect(changes.first()).toContainText('Opdracht gemaakt');
  await expect(changes.last()).toContainText('Voltooid');
  for (const look of LOOKS) await expectAccessible(page, 'timeline', look);
  await expectNoSideways(page, 'timeline', 390);
  await expectNoSideways(page, 'timeline', 320);

  await page.goto('/monitoring');
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
  expect((await page.request.get('/api/v1/monitoring')).status()).toBe(403);
});

test('both pages speak English too', async ({ signInAs, callAs }) => {
  const seen = await get(await callAs('auditor'), '/api/v1/monitoring', monitoringSchema);
  expect(seen.processors.some(({ alive }) => alive)).toBe(true);
  const page = await signInAs('auditor', { at: '/monitoring', language: 'en' });
  await expect(page.getByRole('table', { name: /^Processors of the last day/ })).toContainText('Active');
  for (const look of LOOKS) await expectAccessible(page, 'monitoring in English', look);
});
