'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useFilterWords } from '#components/definitions/use-filter-words.ts';
import type { NewBatchInput } from '#contract/batches.ts';
import { EXPORT_FORMAT_NAMES } from '#domain/export-formats.ts';

type NewJobInput = NewBatchInput['jobs'][number];

/** What a batch that is still to start does, in words: "Export: definities met Status: Concept". */
export function useWhatWords() {
  const t = useTranslations('planning.what');
  const operations = useTranslations('statuses.operation');
  const filterWords = useFilterWords();
  const locale = useLocale();
  const formats = (job: NewJobInput): string => {
    const asked = job.operation === 'export' ? (job.options?.formats ?? []) : [];
    // A ZIP with a file for each is what an export is without a word.
    if (asked.every((format) => format === 'json')) return '';
    return ` (${asked.map((format) => EXPORT_FORMAT_NAMES[format][locale]).join(', ')})`;
  };
  const items = (job: NewJobInput): string => {
    if ('uploadId' in job) return t('upload');
    if ('hashes' in job) return t('hashes', { count: job.hashes.length });
    if ('keys' in job) return t('keys', { count: job.keys.length });
    if ('terms' in job) return t('terms', { count: job.terms.length });
    if ('archives' in job.selection) return t('archives', { count: job.selection.archives.length });
    if ('ids' in job.selection) return t('chosen', { count: job.selection.ids.length });
    // As it is written down, lists have been read: what a query in an address may be is not here.
    const parts = filterWords(job.selection.filter as Parameters<typeof filterWords>[0]).map(({ text }) => text);
    return parts.length === 0 ? t('all') : t('filtered', { filter: parts.join(', ') });
  };
  return (jobs: readonly NewJobInput[]): string => {
    const [first, ...others] = jobs;
    if (!first) return '';
    const operation = operations(first.operation) + formats(first);
    const text = t('job', { operation, items: items(first) });
    return others.length === 0 ? text : t('more', { first: text, count: others.length });
  };
}
