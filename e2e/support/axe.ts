import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type * as Axe from 'axe-core';

/** What is looked at has no frames of others, so axe can be in the page itself, once for each document. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What depends on colours, and so on the theme; nothing else does. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

export type Look = { theme: 'light' | 'dark'; width: number };

/** As what each page was looked at last, and at which widths so far. */
const seen = new WeakMap<Page, { where: string; widths: Set<number> }>();

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, in this theme and at this width; nothing is what we want. A page that was
 * looked at a moment ago, as the same thing and at the same width, differs in nothing but its colours.
 */
export async function expectAccessible(page: Page, where: string, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  const runOnly: Axe.RunOnly = isSeen(page, where, width)
    ? { type: 'rule', values: OF_COLOURS }
    : { type: 'tag', values: WCAG_2_2_AA };
  const found = await violations(page, { runOnly, resultTypes: ['violations'] });
  expect.soft(found, `${where}, ${theme}, ${width} px`).toEqual([]);
}

/** Only what is wrong leaves the page: what passed, a hundred times as much, takes as long to hand over as to find. */
async function violations(page: Page, options: Axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const results = await axe.run(document, given);
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, options);
}

function isSeen(page: Page, where: string, width: number): boolean {
  const last = seen.get(page);
  const widths = last?.where === where ? last.widths : new Set<number>();
  const before = widths.has(width);
  seen.set(page, { where, widths: widths.add(width) });
  return before;
}

/** At this width the page itself does not scroll sideways (a table in a box of its own may). */
export async function expectNoSideways(page: Page, where: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (element) => element.children.length === 0 && element.getBoundingClientRect().right > clientWidth,
    );
    return [`${scrollWidth - clientWidth} px`, ...culprits.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 150))];
  });
  expect.soft(tooWide, `${where} is too wide at ${width} px`).toEqual([]);
}
