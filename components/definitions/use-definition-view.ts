'use client';

import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { DefinitionSort } from '#components/api/use-definitions.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES, VERDICTS, VISIBILITIES } from '#domain/definition.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';

export const SORTS = [
  'relevance',
  'term',
  '-term',
  'updatedAt',
  '-updatedAt',
  'qualityScore',
  '-qualityScore',
  'status',
  '-status',
] as const satisfies readonly DefinitionSort[];
export const PAGE_SIZES = [50, 100, 200] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** The lists of the filter, in the order of the filter bar. */
export const FACETS = [
  'status',
  'category',
  'organisation',
  'legalContext',
  'verdict',
  'classification',
  'visibility',
  'owner',
] as const;
export type Facet = (typeof FACETS)[number];

const texts = () => parseAsArrayOf(parseAsString).withDefault([]);

const PARSERS = {
  q: parseAsString.withDefault(''),
  status: parseAsArrayOf(parseAsStringLiteral(DEFINITION_STATUSES)).withDefault([]),
  category: parseAsArrayOf(parseAsStringLiteral(CATEGORIES)).withDefault([]),
  organisation: texts(),
  legalContext: texts(),
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICTS)).withDefault([]),
  classification: parseAsArrayOf(parseAsStringLiteral(CLASSIFICATIONS)).withDefault([]),
  visibility: parseAsArrayOf(parseAsStringLiteral(VISIBILITIES)).withDefault([]),
  owner: texts(),
  rule: parseAsString,
  minScore: parseAsFloat,
  maxScore: parseAsFloat,
  failsIn: parseAsStringLiteral(RULE_CATEGORIES),
  job: parseAsString,
  deleted: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(SORTS),
  limit: parseAsNumberLiteral(PAGE_SIZES).withDefault(50),
  cursor: parseAsString,
  page: parseAsInteger.withDefault(1),
  open: parseAsString,
};

const FIRST_PAGE = { cursor: null, page: null };
/** What no control of the grid sets: links of charts and reports do. */
const CAME_WITH = { rule: null, minScore: null, maxScore: null, failsIn: null, job: null };

/** What the grid shows, kept in the URL: shareable, and each change is a step for the back button. */
export function useDefinitionView() {
  const [view, set] = useQueryStates(PARSERS, { history: 'push' });
  const { q, status, category, organisation, legalContext, verdict, classification, visibility, owner } = view;
  const { deleted, rule, minScore, maxScore, failsIn, job } = view;
  const filter = useMemo<DefinitionFilterValues>(
    () => ({
      ...(q ? { q } : {}),
      ...given({ status, category, organisation, legalContext, verdict, classification, visibility, owner }),
      ...(deleted ? { deleted } : {}),
      ...(rule ? { rule } : {}),
      ...(minScore === null ? {} : { minScore }),
      ...(maxScore === null ? {} : { maxScore }),
      ...(failsIn ? { failsIn } : {}),
      ...(job ? { job } : {}),
    }),
    [
      q,
      status,
      category,
      organisation,
      legalContext,
      verdict,
      classification,
      visibility,
      owner,
      deleted,
      rule,
      minScore,
      maxScore,
      failsIn,
      job,
    ],
  );
  return {
    filter,
    sort: view.sort,
    /** The order the rows are in: without a choice by relevance while searching, else by term. */
    effectiveSort: view.sort ?? (q.trim() ? ('relevance' as const) : ('term' as const)),
    limit: view.limit,
    cursor: view.cursor,
    page: view.page,
    open: view.open,
    /** Words typed further are the same step back. */
    setQ: useCallback(
      (next: string) => set({ q: next || null, ...FIRST_PAGE }, { history: q && next ? 'replace' : 'push' }),
      [set, q],
    ),
    setFacet: useCallback(
      (facet: Facet, values: readonly string[]) =>
        set({ [facet]: values.length > 0 ? [...values] : null, ...FIRST_PAGE } as Parameters<typeof set>[0]),
      [set],
    ),
    /** Lets go of what a link from elsewhere narrowed the list to. */
    dropRule: useCallback(() => set({ rule: null, ...FIRST_PAGE }), [set]),
    dropScore: useCallback(() => set({ minScore: null, maxScore: null, ...FIRST_PAGE }), [set]),
    dropFailsIn: useCallback(() => set({ failsIn: null, ...FIRST_PAGE }), [set]),
    dropJob: useCallback(() => set({ job: null, ...FIRST_PAGE }), [set]),
    /** Shows what was deleted instead of what is there. */
    setDeleted: useCallback((on: boolean) => set({ deleted: on || null, ...FIRST_PAGE }), [set]),
    clearFilter: useCallback(
      () =>
        set({
          q: null,
          status: null,
          category: null,
          organisation: null,
          legalContext: null,
          verdict: null,
          classification: null,
          visibility: null,
          owner: null,
          deleted: null,
          ...CAME_WITH,
          ...FIRST_PAGE,
        }),
      [set],
    ),
    setSort: useCallback((sort: DefinitionSort | null) => set({ sort, ...FIRST_PAGE }), [set]),
    setLimit: useCallback((limit: PageSize) => set({ limit, ...FIRST_PAGE }), [set]),
    goTo: useCallback((cursor: string, page: number) => set(page <= 1 ? FIRST_PAGE : { cursor, page }), [set]),
    /** The panel is a step of its own when it opens; another row in it, and closing it, are not. */
    setOpen: useCallback(
      (id: string | null) => set({ open: id }, { history: id && !view.open ? 'push' : 'replace' }),
      [set, view.open],
    ),
  };
}

export type DefinitionView = ReturnType<typeof useDefinitionView>;

function given<T extends Record<string, readonly unknown[]>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)) as Partial<T>;
}
