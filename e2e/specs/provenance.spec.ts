import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import JSZip from 'jszip';
import { challengeSchema } from '#contract/provenance.ts';
import { act } from '#e2e/support/act.ts';
import { have, jobIs, startBatch } from '#e2e/support/api.ts';
import { unzip, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { download, sha256 } from '#e2e/support/downloads.ts';
import { confirmPlan, giveFile, send, toPlan } from '#e2e/support/importing.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Between systems: who signed an archive and what was changed since, whose keys are trusted, and proofs that hold without us. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

/** The other two combinations differ in nothing that could be wrong in these only. */
const LOOKS = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
] as const;

function filesOf(tag: string, status: 'draft' | 'established') {
  return ['een', 'twee'].map((word) => ({
    name: `${word}.json`,
    text: JSON.stringify({
      ...{
        schemaVersion: 1,
        term: `begrip ${word} ${tag}`,
        definition: `zaak die in proef ${tag} als ${word} geldt`,
        status,
      },
      ...{ category: 'type', organisationalContext: ['Rechtspraak'], legalContext: ['Strafrecht'] },
      ...{ legalBasis: ['art. 27 Sv'], explanation: 'Voor een proef.' },
    }),
  }));
}

async function looksRight(page: Page, what: string): Promise<void> {
  for (const look of LOOKS) await expectAccessible(page, what, look);
  await expectNoSideways(page, what, 390);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('an archive that comes back says who exported it and which definition was changed since', async ({ signInAs }) => {
  const tag = uniqueTag('herkomst');
  await have(caller, `${tag}.zip`, await zipOf(filesOf(tag, 'draft')));
  const { jobs } = await startBatch(caller, {
    name: tag,
    jobs: [{ operation: 'export', selection: { filter: { q: tag } } }],
  });
  const job = await jobIs(caller, jobs[0]?.id ?? '');
  const archive = await (await caller.get(`/api/v1/artifacts/${job.artifacts[0]?.id}`)).body();
  const zip = await JSZip.loadAsync(archive);
  const [name = ''] = [...(await unzip(archive)).keys()].filter((path) => path.startsWith('definities/'));
  const text = (await zip.file(name)?.async('string')) ?? '';
  const { term } = JSON.parse(text) as { term: string };
  zip.file(name, text.replace('"explanation":', '"explanation" :'));

  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: `${tag}-terug.zip`, bytes: await zip.generateAsync({ type: 'nodebuffer' }) });
  await expect(page.getByText('Ondertekend door deze installatie')).toBeVisible();
  await expect(page.getByText('blijkt bij de controle')).toBeVisible();
  await looksRight(page, 'the signature of an upload');
  await send(page);
  await toPlan(page);
  await expect(page.getByText('Na de ondertekening is 1 bestand veranderd.')).toBeVisible();
  await expect(page.getByText(`${term} (${name}): veranderd`)).toBeVisible();
  await looksRight(page, 'what was changed since');
});

type Key = { privateKey: KeyObject; digits: string };

function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey,
    digits: Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url').toString('hex'),
  };
}

const answer = ({ privateKey, digits }: Key, text: string) =>
  sign(null, Buffer.from(text + digits), privateKey).toString('base64');

test('keys are enrolled one at a time and by a file, and revoked', async ({ signInAs, callAs }) => {
  const tag = uniqueTag('sleutel');
  const page = await signInAs('admin', { at: '/provenance' });
  await page.getByRole('button', { name: 'Sleutel aanmelden' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sleutel aanmelden' });
  const key = newKey();
  await dialog.getByRole('textbox', { name: 'Naam' }).fill(`Parket ${tag}`);
  await dialog.getByRole('textbox', { name: 'Openbare sleutel (Ed25519)' }).fill(key.digits);
  await dialog.getByRole('button', { name: 'Opgave maken' }).click();
  const text = (await dialog.getByText(/^lexport-enrolment-1:/).textContent()) ?? '';
  await looksRight(page, 'the challenge');
  const signature = dialog.getByRole('textbox', { name: 'Handtekening' });
  await signature.fill(answer(newKey(), text.slice(0, -64)));
  await dialog.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(dialog.getByRole('alert')).toContainText('dat de afzender de sleutel bezit, is niet aangetoond');
  await signature.fill(sign(null, Buffer.from(text), key.privateKey).toString('base64'));
  await dialog.getByRole('button', { name: 'Aanmelden' }).click();
  const row = page.getByRole('row', { name: `Parket ${tag}` });
  await expect(row).toContainText('Geldig');

  const admin = await callAs('admin');
  const made = challengeSchema.parse(
    await (await admin.post('/api/v1/enrolment-challenges', { headers: { 'Idempotency-Key': randomUUID() } })).json(),
  );
  const keys = [newKey(), newKey()] as const;
  const lines = keys.map((one, index) => `Partner ${index} ${tag};partner;${one.digits};${answer(one, made.text)}`);
  const file = [
    'naam;soort;sleutel;handtekening',
    ...lines,
    `Vals ${tag};partner;${newKey().digits};${answer(key, made.text)}`,
  ];
  await page.getByRole('button', { name: 'Veel sleutels aanmelden' }).click();
  const many = page.getByRole('dialog', { name: 'Veel sleutels aanmelden' });
  await many.getByRole('textbox', { name: /nummer van een opgave/ }).fill(made.id);
  const chooser = page.waitForEvent('filechooser');
  await many.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await chooser).setFiles({ name: 'sleutels.csv', mimeType: 'text/csv', buffer: Buffer.from(file.join('\n')) });
  await expect(many.getByText('sleutels.csv: 3 sleutels')).toBeVisible();
  await many.getByRole('button', { name: '3 sleutels controleren' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Voorvertoning bekijken' }).click();
  await expect(page.getByRole('status').getByText('2 sleutels worden aangemeld, 0 verlengd, 1 niet.')).toBeVisible();
  await expect(page.getByRole('row', { name: `Vals ${tag}` })).toContainText('is niet aangetoond');
  await looksRight(page, 'the plan of an enrolment');
  await confirmPlan(page);
  await expect(page.getByRole('dialog')).toContainText('2 items zijn geslaagd, 1 is mislukt');

  await page.goto('/provenance');
  await expect(page.getByRole('row', { name: `Partner 1 ${tag}` })).toContainText('Geldig');
  await row.getByRole('button', { name: `Sleutel van Parket ${tag} intrekken` }).click();
  const asking = page.getByRole('alertdialog');
  await asking.getByRole('textbox', { name: 'Reden' }).fill('laptop gestolen');
  await asking.getByRole('button', { name: 'Intrekken' }).click();
  await expect(row).toContainText('laptop gestolen');
  await looksRight(page, 'keys and policy');
});

test('a proof of an established definition is locked, verified by its hash, and downloaded', async ({ signInAs }) => {
  const tag = uniqueTag('bewijs');
  await have(caller, `${tag}.zip`, await zipOf(filesOf(tag, 'established')));
  const stored = await query<{ hash: string }>(`SELECT content_hash AS hash FROM definitions WHERE term LIKE $1`, [
    `%${tag}`,
  ]);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Bewijs vergrendelen…', 'Bewijs vergrendelen');
  await dialog.getByRole('button', { name: 'Vergrendelen' }).click();
  const progress = page.getByRole('dialog', { name: /2 bewijzen vergrendelen/ });
  await expect(progress).toContainText('Alle 2 items zijn verwerkt, zonder fouten.');

  await page.goto(`/provenance/proofs?q=${tag}`);
  const rows = page.getByRole('row', { name: new RegExp(tag) });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText(/zegel \d+, sleutel [\da-f]{16}/);
  await looksRight(page, 'the proofs');
  const proof = await download(rows.nth(0).getByRole('link', { name: /^Bewijs begrip/ }));
  expect(JSON.parse(String(proof.bytes))).toMatchObject({
    format: 'lexport-proof-1',
    proofs: [{ path: expect.anything() }],
  });

  await page.goto('/provenance/hashes');
  await page
    .getByRole('textbox', { name: 'SHA-256-hashes, één per regel' })
    .fill([...stored.map(({ hash }) => hash), sha256(tag), 'geen hash'].join('\n'));
  await expect(page.getByText('1 regel is geen hash.')).toBeVisible();
  await looksRight(page, 'the form for hashes');
  await page.getByRole('button', { name: 'Controleren' }).click();
  const verified = page.getByRole('dialog', { name: /4 hashes controleren/ });
  await expect(verified).toContainText('2 items zijn geslaagd, 1 is mislukt; 1 is overgeslagen');
  const answers = await download(verified.getByRole('link', { name: 'Antwoorden downloaden' }));
  expect(String((await unzip(answers.bytes)).get('antwoorden.csv'))).toContain('vergrendeld;definitie;');
});
