import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import type { Job } from '#contract/jobs.ts';
import { have, jobIs, startImport } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways, type Look } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { confirmPlan, ended, giveFile, progressWindow, send, toPlan } from '#e2e/support/importing.ts';
import { enterOn, tabTo } from '#e2e/support/keyboard.ts';
import type { Role } from '#e2e/support/product.ts';
import { hold, startSlowly } from '#e2e/support/slow-jobs.ts';
import { test as base, expect, speak } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** WCAG 2.2 AA on every page and in its main states, in both languages and themes, wide and narrow; and all of it by keyboard. */

const ROOT = join(import.meta.dirname, '..', '..');
const WIDE = 1280;
const NARROW = 390;
const NARROWEST = 320;

type Things = { definition: string; awaiting: Job; finished: Job; tag: string };
type State = { name: string; path: (things: Things) => string; ready: (page: Page) => Promise<void> };

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();
const rowsOf = (page: Page) =>
  expect(
    page
      .getByRole('table')
      .or(page.getByRole('list', { name: /^Defini/ }))
      .first(),
  ).toBeVisible();

const STATES: State[] = [
  { name: 'overview', path: () => '/', ready: heading },
  {
    name: 'grid with a selection',
    path: ({ tag }) => `/definitions?q=${tag}`,
    ready: async (page) => {
      await rowsOf(page);
      await page.getByRole('checkbox').first().check();
    },
  },
  {
    name: 'panel',
    path: ({ tag, definition }) => `/definitions?q=${tag}&open=${definition}`,
    ready: (page) => expect(page.getByRole('dialog').getByRole('tab').first()).toBeVisible(),
  },
  { name: 'definition', path: ({ definition }) => `/definitions/${definition}`, ready: heading },
  {
    name: 'history',
    path: ({ definition }) => `/definitions/${definition}?tab=history`,
    ready: (page) => expect(page.getByRole('insertion').first()).toBeVisible(),
  },
  {
    name: 'findings and questions',
    path: ({ definition }) => `/definitions/${definition}?tab=findings`,
    ready: (page) => expect(page.getByText(/ESS-03/)).toBeVisible(),
  },
  {
    name: 'edit',
    path: ({ definition }) => `/definitions/${definition}?edit=true`,
    ready: (page) => expect(page.getByRole('textbox').first()).toBeVisible(),
  },
  { name: 'import', path: () => '/import', ready: heading },
  {
    name: 'files that came in',
    path: () => '/import/files',
    ready: (page) => expect(page.getByRole('main').getByText(/\.zip/).first()).toBeVisible(),
  },
  {
    name: 'plan',
    path: ({ awaiting }) => `/batches/${awaiting.batchId}`,
    ready: (page) => expect(page.getByRole('option').first()).toBeVisible(),
  },
  {
    name: 'quality of a plan',
    path: ({ awaiting }) => `/batches/${awaiting.batchId}`,
    ready: async (page) => {
      const quality = page.getByRole('main').locator('summary').first();
      await quality.click();
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
  {
    name: 'item being put right',
    path: ({ awaiting }) => `/batches/${awaiting.batchId}?decision=invalid`,
    ready: async (page) => {
      await page.getByRole('option').first().click();
      await page.getByRole('button', { name: /^(Corrigeren|Correct)$/ }).click();
      await expect(page.getByRole('form').getByRole('textbox').first()).toBeVisible();
    },
  },
  {
    name: 'progress window',
    path: ({ awaiting }) => `/import?job=${awaiting.id}`,
    ready: async (page) => {
      await page.getByRole('banner').getByRole('region').getByRole('button').first().click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'batches',
    path: () => '/batches',
    ready: (page) => expect(page.getByRole('main').getByRole('link', { name: /\.zip/ }).first()).toBeVisible(),
  },
  {
    name: 'report',
    path: ({ finished }) => `/batches/${finished.batchId}`,
    ready: (page) => expect(page.getByRole('table').first()).toBeVisible(),
  },
  {
    name: 'items',
    path: ({ finished }) => `/batches/${finished.batchId}?tab=items`,
    ready: (page) => expect(page.getByRole('table').first()).toBeVisible(),
  },
  {
    name: 'events',
    path: ({ finished }) => `/batches/${finished.batchId}?tab=events`,
    ready: (page) => expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible(),
  },
  { name: 'files', path: ({ finished }) => `/batches/${finished.batchId}?tab=files`, ready: heading },
  {
    name: 'rules',
    path: () => '/rules',
    ready: (page) => expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible(),
  },
  { name: 'planning', path: () => '/planning', ready: heading },
  { name: 'audit', path: () => '/audit', ready: (page) => expect(page.getByRole('table')).toBeVisible() },
  { name: 'not found', path: () => '/bestaat-niet', ready: heading },
];

/** Pages that need more than what is made here, or have a day of their own: their specs run axe on them, in light and dark, wide and narrow. */
const ELSEWHERE: Record<string, string> = {
  '/account': 'ways-in',
  '/account/ways-in': 'ways-in',
  '/approvals': 'redaction',
  '/approvals/settings': 'approvals',
  '/audit/verification': 'audit-seal',
  '/definitions/query': 'bulk',
  '/import/mappings': 'mapping',
  '/monitoring': 'monitoring',
  '/notifications': 'notifications',
  '/notifications/settings': 'notifications',
  '/people': 'classification',
  '/provenance': 'provenance',
  '/provenance/hashes': 'provenance',
  '/provenance/proofs': 'provenance',
  '/retention': 'retention',
  '/rules/redaction': 'redaction',
  '/webhooks': 'notifications',
  '/webhooks/[id]': 'notifications',
};

/** In Dutch, whose words are the longer ones, wide and narrow; in English one and the other in turn. */
function looksAt(locale: 'nl' | 'en', index: number): Look[] {
  if (locale === 'en') return [index % 2 === 0 ? { theme: 'dark', width: WIDE } : { theme: 'light', width: NARROW }];
  return [
    { theme: 'light', width: WIDE },
    { theme: 'dark', width: NARROW },
  ];
}

/** So that no test takes minutes on a busy machine. */
const PARTS = 4;

/** Who sees every page there is. */
const ROLE: Role = 'admin';

/** What the pages show is made once for all the tests of a worker: they only look at it. */
const test = base.extend<object, { things: Things }>({
  things: [
    async ({ callAs }, use) => use(await makeThings(await callAs(ROLE), uniqueTag('toegang'))),
    { scope: 'worker' },
  ],
});

test.describe.configure({ mode: 'parallel' });

for (const locale of ['nl', 'en'] as const) {
  for (let part = 0; part < PARTS; part += 1) {
    test(`axe finds nothing on the pages in ${locale}, part ${part + 1}`, async ({ signInAs, things }) => {
      const page = await signInAs(ROLE, { language: locale });
      for (const [index, state] of STATES.entries()) {
        if (index % PARTS !== part) continue;
        await test.step(state.name, () => look(page, state, things, looksAt(locale, index)));
      }
    });
  }

  test(`axe finds nothing on the sign-in page in ${locale}`, async ({ page }) => {
    await speak(page.context(), locale);
    await page.goto('/sign-in?why=expired');
    await expect(page.getByRole('button', { name: /Lotte de Vries/ })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [WIDE, NARROW]) await expectAccessible(page, 'sign-in', { theme, width });
    }
    await expectNoSideways(page, 'sign-in', NARROWEST);
  });
}

test('every page there is has been looked at, here or in a spec of its own', () => {
  const nobody = { definition: '[id]', awaiting: { batchId: '[id]' }, finished: { batchId: '[id]' }, tag: '' };
  const here = STATES.map(({ path }) => path(nobody as Things).split('?')[0]);
  const pages = readdirSync(join(ROOT, 'app', '(app)'), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx')
    .map((file) => `/${dirname(file).split(sep).join('/')}`.replace(/^\/\.$/, '/'));
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages.filter((one) => !here.includes(one))) {
    const spec = readFileSync(join(ROOT, 'e2e', 'specs', `${ELSEWHERE[page]}.spec.ts`), 'utf8');
    expect(spec, page).toMatch(/expectAccessible\(/);
    for (const theme of ["'light'", "'dark'"]) expect(spec, page).toContain(theme);
  }
});

/** One visit for all looks: a page must follow its window and its theme as it stands. */
async function look(page: Page, { name, path, ready }: State, things: Things, looks: Look[]): Promise<void> {
  await page.setViewportSize({ width: looks[0]?.width ?? WIDE, height: 800 });
  await page.goto(path(things));
  await ready(page);
  for (const { theme, width } of looks) {
    await expectAccessible(page, name, { theme, width });
    if (width === NARROW) {
      await expectNoSideways(page, name, NARROW);
      await expectNoSideways(page, name, NARROWEST);
    }
  }
}

/** A definition with a history, a plan that waits and an import that ended with errors. */
async function makeThings(caller: APIRequestContext, tag: string): Promise<Things> {
  const files = taggedFiles({ tag, count: 6 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft' })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const next = files.map((file) =>
    changed(file, (content) => ({ ...content, definition: `${content.definition}, aangevuld` })),
  );
  const spoiled = taggedFiles({ tag: `${tag} fout`, count: 4, invalidPercent: 75 });
  const bytes = await zipOf([...next.slice(0, 3), ...spoiled]);
  const { id } = await startImport(caller, { fileName: `${tag}-2.zip`, bytes, options: { confirm: false } });
  const finished = await jobIs(caller, id);
  const plan = await zipOf([...next.slice(3), ...spoiled.slice(0, 2)]);
  const waiting = await startImport(caller, { fileName: `${tag}-3.zip`, bytes: plan });
  const awaiting = await jobIs(caller, waiting.id, /^awaiting_confirmation$/);
  const { term } = contentOf(files[0] as (typeof files)[0]);
  const [row] = await query<{ id: string }>('select id from definitions where term = $1', [term]);
  return { definition: row?.id ?? '', awaiting, finished, tag };
}

test('the window of a job at work, and the question whether to stop it', async ({ signInAs, callAs }) => {
  const caller = await callAs(ROLE);
  const tag = uniqueTag('toegangbezig');
  const { id, batchId } = await startSlowly(caller, { tag, files: taggedFiles({ tag, count: 60 }) });
  const goOn = await hold(id);
  const page = await signInAs(ROLE, { at: `/batches/${batchId}` });
  await page.getByRole('button', { name: 'Voortgangsvenster tonen' }).click();
  const window = progressWindow(page);
  await expect(window.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /\d/);
  await window.getByRole('button', { name: 'Verwerking stoppen…' }).click();
  await expectAccessible(page, 'stop dialog', { theme: 'light', width: NARROW });
  await page.getByRole('button', { name: 'Doorgaan' }).click();
  await expectAccessible(page, 'progress window', { theme: 'dark', width: WIDE });
  await expect(window.getByRole('progressbar')).toBeVisible();
  await expectNoSideways(page, 'progress window', NARROWEST);
  await goOn();
  await jobIs(caller, id);
});

test('an import from signing in to the report, by keyboard alone', async ({ page }) => {
  const bytes = await zipOf(taggedFiles({ tag: uniqueTag('toetsenbord'), count: 30 }));
  await page.goto('/sign-in');
  await enterOn(page.getByRole('button', { name: /^Aanmelden als Beheerder/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible();
  await enterOn(page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link', { name: 'Importeren' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Importeren' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await enterOn(page.getByRole('button', { name: 'Bestand kiezen' }));
  await (await chooser).setFiles({ name: 'toetsenbord.zip', mimeType: 'application/zip', buffer: bytes });
  await enterOn(page.getByRole('button', { name: 'Uploaden en controleren' }));
  const window = progressWindow(page);
  await expect(window.getByRole('button', { name: 'Op de achtergrond verder' }).last()).toBeFocused();
  await enterOn(window.getByRole('link', { name: 'Voorvertoning bekijken' }));
  const rows = page.getByRole('listbox', { name: /items in de voorvertoning/ });
  await tabTo(rows);
  await page.keyboard.press('ArrowDown');
  await expect(rows.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await enterOn(page.getByRole('button', { name: 'Bevestigen' }));
  await ended(page, 'Voltooid');
  await enterOn(window.getByRole('button', { name: 'Volledig rapport' }));
  await expect(page.getByRole('table', { name: 'Uitkomst' })).toBeVisible();
});

test('an import of 1 000 is announced sparingly: at most 12 times', async ({ signInAs }) => {
  const page = await signInAs(ROLE, { at: '/import' });
  await expect(page.getByRole('heading', { level: 1, name: 'Importeren' })).toBeVisible();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[data-live-announcer]')) {
      new MutationObserver(() => {
        const text = region.textContent?.trim() ?? '';
        if (text) said.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  const bytes = await zipOf(taggedFiles({ tag: uniqueTag('omroep'), count: 1_000 }));
  await giveFile(page, { name: 'duizend.zip', bytes });
  await send(page);
  await toPlan(page);
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  const read = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect.poll(async () => (await read()).at(-1)).toContain('Voltooid');
  const said = await read();
  expect(said.length, said.join('\n')).toBeLessThanOrEqual(12);
  expect(said.join('\n')).toMatch(/gestart|Fase/);
});
