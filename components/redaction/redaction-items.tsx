'use client';

import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Link } from '#components/ui/link.tsx';
import type { HitDecisions, RedactionItem, RedactionText } from '#contract/redaction.ts';
import { HitMark } from './hit-mark.tsx';

export type RedactionItemsProps = {
  items: readonly RedactionItem[];
  onDecide?: ((decisions: HitDecisions) => void) | undefined;
};

/** The definitions with hits, each text with its hits marked in it. */
export function RedactionItems({ items, onDecide }: RedactionItemsProps) {
  return (
    <ul className="flex flex-col gap-4">
      {items.map((item) => (
        <li key={item.position} className="rounded-md border border-line bg-surface p-4">
          <h3 className="pb-2 font-semibold break-words">
            <Link href={`/definitions/${item.definitionId}`} className="text-accent hover:underline">
              {item.term}
            </Link>
          </h3>
          <dl className="flex flex-col gap-3 text-sm">
            {item.texts.map((text) => (
              <MarkedField key={`${text.version} ${text.path}`} item={item} text={text} onDecide={onDecide} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function MarkedField({
  item,
  text,
  onDecide,
}: {
  item: RedactionItem;
  text: RedactionText;
  onDecide: RedactionItemsProps['onDecide'];
}) {
  const t = useTranslations('redaction.page');
  const labelOf = useFieldLabel();
  const [field = ''] = text.path.split('.');
  return (
    <div>
      <dt className="text-ink-muted">
        {labelOf(field)}
        {text.version === item.version
          ? null
          : ` · ${t('inEarlier', { version: t('version', { version: text.version }) })}`}
      </dt>
      <dd lang="nl" className="leading-relaxed break-words whitespace-pre-wrap">
        {text.hits.map((hit, index) => (
          <Fragment key={hit.ordinal}>
            {text.text.slice(text.hits[index - 1]?.end ?? 0, hit.start)}
            <HitMark
              hit={hit}
              position={item.position}
              value={text.text.slice(hit.start, hit.end)}
              onDecide={onDecide}
            />
          </Fragment>
        ))}
        {text.text.slice(text.hits.at(-1)?.end ?? 0)}
      </dd>
    </div>
  );
}
