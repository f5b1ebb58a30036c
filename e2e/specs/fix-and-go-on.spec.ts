import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { expectAccessible } from '#e2e/support/axe.ts';
import { download } from '#e2e/support/downloads.ts';
import {
  confirmPlan,
  ended,
  expectPlan,
  giveFile,
  planChip,
  progressWindow,
  send,
  toPlan,
} from '#e2e/support/importing.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

test.describe('what is wrong in an import', () => {
  test('is put right, dropped or taken along as a file, while the plan waits', async ({ signInAs }) => {
    const tag = uniqueTag('corrigeren');
    const page = await signInAs('lead', { at: '/import' });
    await giveFile(page, { name: `${tag}.csv`, bytes: listOf(tag) });
    await send(page);
    await toPlan(page);
    await expectPlan(page, { Alles: 4, Nieuw: 1, Afgekeurd: 3 });
    await planChip(page, 'Afgekeurd').click();
    await page
      .getByRole('option')
      .filter({ hasText: `zonder ${tag}` })
      .click();

    const pane = page.getByRole('region', { name: 'Gekozen item' });
    await pane.getByRole('button', { name: 'Corrigeren' }).click();
    const form = pane.getByRole('form', { name: 'Item corrigeren' });
    const definition = form.getByRole('textbox', { name: 'Definitie' });
    await test.step('what is wrong is said at its field, and goes away while one types', async () => {
      await expect(definition).toBeFocused();
      await expect(definition).toHaveAttribute('aria-invalid', 'true');
      await expect(form.getByRole('status')).toHaveText('Nog 1 fout.');
      await definition.fill(`zaak die in de proef ${tag} is verbeterd`);
      await expect(form.getByRole('status')).toHaveText('Geen fouten meer.');
      await expect(definition).not.toHaveAttribute('aria-invalid', 'true');
    });
    for (const theme of ['light', 'dark'] as const) {
      await expectAccessible(page, 'an item being put right', { theme, width: 1280 });
    }
    await test.step('what was typed is kept when one looks elsewhere', async () => {
      await page
        .getByRole('option')
        .filter({ hasText: `soort ${tag}` })
        .click();
      await page
        .getByRole('option')
        .filter({ hasText: `zonder ${tag}` })
        .click();
      await expect(definition).toHaveValue(`zaak die in de proef ${tag} is verbeterd`);
    });
    await form.getByRole('button', { name: 'Correctie bewaren' }).click();
    await expectPlan(page, { Alles: 4, Nieuw: 2, Afgekeurd: 2 });

    await test.step('one is dropped, the last stays wrong', async () => {
      await page
        .getByRole('option')
        .filter({ hasText: `soort ${tag}` })
        .click();
      await tick(pane.getByRole('radio', { name: 'Overslaan' }));
    });
    const csv = await download(page.getByRole('link', { name: 'Foutbestand downloaden als CSV' }));
    expect(rowsOf(csv.bytes)).toHaveLength(2);
    await confirmPlan(page);
    await ended(page, 'Voltooid met fouten');
    await expect(progressWindow(page)).toContainText('2 items zijn geslaagd, 1 is mislukt; 1 is overgeslagen');
  });

  test('comes back in a corrected file, and only those rows run', async ({ signInAs }) => {
    const tag = uniqueTag('foutbestand');
    const page = await signInAs('lead');
    await toReport(page, tag);
    const first = page.url();

    const csv = await download(page.getByRole('link', { name: 'Foutbestand downloaden als CSV' }));
    const rows = rowsOf(csv.bytes);
    for (const row of rows) if (row.begrip === `zonder ${tag}`) row.definitie = `zaak die in de proef ${tag} terugkomt`;
    await again(page, `${tag}-gecorrigeerd.csv`, csvOf(rows));
    await expectPlan(page, { Alles: 3, Nieuw: 1, Afgekeurd: 2 });
    await expect(page.getByRole('list', { name: 'Verbonden opdrachten' })).toContainText(`Vervolg van ${tag}.csv`);
    await confirmPlan(page);
    await ended(page, 'Voltooid met fouten');
    await page.goto(first);
    await expect(page.getByRole('list', { name: 'Verbonden opdrachten' })).toContainText('met 3 items');

    const workbook = await download(page.getByRole('link', { name: 'Foutbestand downloaden als Excel' }));
    const zip = await JSZip.loadAsync(workbook.bytes);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(sheet).toContain(`soort ${tag}`);
    zip.file('xl/worksheets/sheet1.xml', sheet.replaceAll('>onbestaand<', '>proces<'));
    await again(
      page,
      `${tag}-gecorrigeerd.xlsx`,
      await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
    );
    // The row that came back in the first file is applied already; of the other two one is right now.
    await expectPlan(page, { Alles: 3, Nieuw: 1, Ongewijzigd: 1, Afgekeurd: 1 });
  });

  test('is put right after the import, and done again', async ({ signInAs }) => {
    const tag = uniqueTag('achteraf');
    const page = await signInAs('lead');
    await toReport(page, tag);
    await page.getByRole('tab', { name: /^Items/ }).click();
    await page.getByRole('button', { name: `zonder ${tag}` }).click();
    const panel = page.getByRole('dialog', { name: `zonder ${tag}` });
    await panel.getByRole('button', { name: 'Corrigeren en opnieuw' }).click();
    await panel.getByRole('textbox', { name: 'Definitie' }).fill(`zaak die in de proef ${tag} achteraf is verbeterd`);
    await panel.getByRole('button', { name: 'Corrigeren en opnieuw' }).click();
    await toPlan(page);
    await expectPlan(page, { Alles: 1, Nieuw: 1 });
    await expect(page.getByRole('list', { name: 'Verbonden opdrachten' })).toContainText(`Vervolg van ${tag}.csv`);
  });
});

/** One definition that is in order; one without a text, one of an unknown kind and one without a name. */
function listOf(tag: string): string {
  return [
    'begrip;definitie;categorie',
    `goed ${tag};zaak die in de proef ${tag} in orde is;type`,
    `zonder ${tag};;type`,
    `soort ${tag};zaak die in de proef ${tag} een soort heeft;onbestaand`,
    `;zaak die in de proef ${tag} geen naam heeft;type`,
    '',
  ].join('\n');
}

type Row = Record<string, string>;

function rowsOf(bytes: Buffer): Row[] {
  return parse(bytes, { bom: true, columns: true, delimiter: ';' }) as Row[];
}

function csvOf(rows: readonly Row[]): Buffer {
  const names = Object.keys(rows[0] ?? {});
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  return Buffer.from(`\ufeff${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`);
}

/** Imports the list as it is, to the report that says what is wrong with it. */
async function toReport(page: Page, tag: string): Promise<void> {
  await again(page, `${tag}.csv`, listOf(tag));
  await confirmPlan(page);
  await ended(page, 'Voltooid met fouten');
  await progressWindow(page).getByRole('button', { name: 'Volledig rapport' }).click();
}

/** On the import page with another file, to its plan. */
async function again(page: Page, name: string, bytes: Buffer | string): Promise<void> {
  await page.goto('/import');
  await giveFile(page, { name, bytes });
  await send(page);
  await toPlan(page);
}
