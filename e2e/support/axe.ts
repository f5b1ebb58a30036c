import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
  // What passed is not read, and there are no frames of others for which it would have to open another page.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (isSeen(page, where, width)
    ? axe.withRules(OF_COLOURS)
    : axe.withTags(WCAG_2_2_AA)
  ).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  expect.soft(found, `${where}, ${theme}, ${width} px`).toEqual([]);
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
