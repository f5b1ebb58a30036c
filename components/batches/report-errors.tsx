'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Link } from '#components/ui/link.tsx';
import type { Report } from '#contract/reports.ts';
import { useCodeText } from './use-code-text.ts';

type ReportedError = Report['errors'][number];

export type ReportErrorsProps<E extends ReportedError> = {
  errors: readonly E[];
  /** Where the items with this code are. */
  linkOf: (code: string, error: E) => string;
  note?: (error: E) => ReactNode;
};

/** Errors by code, most frequent first, with examples. */
export function ReportErrors<E extends ReportedError>({ errors, linkOf, note }: ReportErrorsProps<E>) {
  const t = useTranslations('batches.errors');
  const format = useFormat();
  const codeText = useCodeText();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {errors.map((error) => (
        <li key={error.code} className="flex flex-col gap-0.5 py-2.5 text-sm first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{t('times', { count: format.number(error.count) })}</span>
            <Link
              href={linkOf(error.code, error)}
              className="underline decoration-line-strong underline-offset-4 hover:text-accent"
            >
              {codeText(error.code)}
            </Link>
            <span className="font-mono text-xs text-ink-muted">{error.code}</span>
            {note ? <span className="text-ink-muted">{note(error)}</span> : null}
          </div>
          {error.examples.length > 0 ? (
            <p className="text-ink-muted">
              {t('examples', {
                examples: error.examples
                  .map(({ term, file, position }) => term ?? file ?? t('item', { position: String(position + 1) }))
                  .join(', '),
              })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
