import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { expect, test } from '#e2e/support/test.ts';

/** Whoever changes the audit trail behind the product's back is found out, down to the entry. */

const UNSEEN = 'alter table audit_entries disable trigger audit_entries_append_only';
const SEEN = 'alter table audit_entries enable trigger audit_entries_append_only';

/** An entry that is sealed, with the reason it has. */
async function sealedEntry(): Promise<{ id: string; reason: string | null }> {
  let found: { id: string; reason: string | null } | undefined;
  await expect
    .poll(async () => {
      [found] = await query(
        `select a.id::text as id, a.reason from audit_entries a where a.id <= (select max(last_id) from audit_blocks)
         order by a.id desc limit 1`,
      );
      return found;
    })
    .toBeDefined();
  return found as { id: string; reason: string | null };
}

async function changeUnseen(id: string, reason: string | null): Promise<void> {
  await query(UNSEEN);
  await query('update audit_entries set reason = $2 where id = $1', [id, reason]);
  await query(SEEN);
}

async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Controle starten' }).click();
}

test('a verification tells which entry was changed behind the back of the product', async ({ signInAs }) => {
  const { id, reason } = await sealedEntry();
  const page = await signInAs('auditor', { at: '/audit' });
  await page.getByRole('link', { name: 'Verzegeling en controle' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Verzegeling en controle' })).toBeVisible();
  await verify(page);
  await expect(page.getByText('Het auditspoor is ongeschonden')).toBeVisible();

  await changeUnseen(id, 'Anders dan het was');
  try {
    await verify(page);
    await expect(page.getByText('Het auditspoor is aangetast')).toBeVisible();
    const rows = page.getByRole('table', { name: 'Wat niet meer is zoals het is verzegeld' }).getByRole('row');
    const changed = rows.filter({ hasText: 'Regel gewijzigd' });
    await expect(changed).toHaveCount(1);
    await expect(changed).toContainText(new Intl.NumberFormat('nl-NL').format(Number(id)));
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await expectAccessible(page, 'verification', { theme, width });
        await expectNoSideways(page, 'verification', width);
      }
    }
  } finally {
    await changeUnseen(id, reason);
  }

  await page.setViewportSize({ width: 1280, height: 800 });
  await verify(page);
  await expect(page.getByText('Het auditspoor is ongeschonden')).toBeVisible();
  await page.goto('/audit?action=audit.verified_broken');
  await expect(page.getByRole('row').filter({ hasText: 'Auditspoor gecontroleerd: aangetast' }).first()).toBeVisible();
});

test('an export is verified without the product', async ({ signInAs }, testInfo) => {
  await sealedEntry();
  const page = await signInAs('auditor', { at: '/audit?action=session' });
  await page.getByRole('button', { name: 'Exporteren' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Als JSON Lines' }).click(),
  ]);
  const path = testInfo.outputPath('audit.jsonl');
  await download.saveAs(path);
  const said = execFileSync(process.execPath, ['server/seal/verify.ts', path], { encoding: 'utf8' });
  expect(said).toMatch(/^Intact: \d+ entries in \d+ blocks\.\nSigned with key [0-9a-f]{16}/);
});

test('who may not read the trail does not see how it is sealed', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/audit/verification' });
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
  expect((await page.request.get('/api/v1/audit-seal')).status()).toBe(403);
  expect((await page.request.get('/api/v1/audit-entries.csv')).status()).toBe(403);
});
