'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { DecisionBadge } from '#components/statuses/decision-badge.tsx';
import { ItemOutcomeBadge } from '#components/statuses/item-outcome-badge.tsx';
import { VerdictBadge } from '#components/statuses/verdict-badge.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Item } from '#contract/jobs.ts';
import { useCodeText } from './use-code-text.ts';

export type ItemsTableProps = { items: readonly Item[]; withPlan: boolean; onShow: (item: Item) => void };

export function ItemsTable({ items, withPlan, onShow }: ItemsTableProps) {
  const t = useTranslations('batches.items');
  return (
    <Table caption={t('caption')} minWidth={760}>
      <TableHead>
        <HeadCell numeric className="w-16">
          {t('number')}
        </HeadCell>
        <HeadCell>{t('term')}</HeadCell>
        <HeadCell>{t('outcome')}</HeadCell>
        {withPlan ? <HeadCell>{t('decision')}</HeadCell> : null}
        <HeadCell>{t('verdict')}</HeadCell>
        <HeadCell>{t('why')}</HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <ItemRow key={item.position} item={item} withPlan={withPlan} onShow={() => onShow(item)} />
        ))}
      </TableBody>
    </Table>
  );
}

function ItemRow({ item, withPlan, onShow }: { item: Item; withPlan: boolean; onShow: () => void }) {
  const t = useTranslations('batches.items');
  const format = useFormat();
  return (
    <TableRow>
      <Cell numeric className="text-ink-muted">
        {format.number(item.position + 1)}
      </Cell>
      <RowHeadCell className="max-w-80">
        <button
          type="button"
          onClick={onShow}
          className="min-h-6 text-left break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {item.term ?? t('noTerm')}
        </button>
        <Source item={item} />
      </RowHeadCell>
      <Cell>
        <ItemOutcomeBadge outcome={item.status} />
      </Cell>
      {withPlan ? (
        <Cell>{item.decision ? <DecisionBadge decision={item.decision} reason={item.reason} /> : null}</Cell>
      ) : null}
      <Cell>{item.verdict ? <VerdictBadge verdict={item.verdict} /> : null}</Cell>
      <Cell className="max-w-96 text-ink-muted">
        <Why item={item} />
      </Cell>
    </TableRow>
  );
}

function Source({ item }: { item: Item }) {
  const t = useTranslations('batches.item');
  const { file, line } = item.source;
  if (!file) return null;
  return (
    <span className="block text-xs font-normal break-all text-ink-muted">
      {file}
      {line === null ? '' : ` · ${t('line', { line: String(line) })}`}
    </span>
  );
}

/** The gravest thing there is to say: why it failed, else why it was decided so, and how many findings there are. */
function Why({ item }: { item: Item }) {
  const t = useTranslations('batches.item');
  const reasons = useTranslations('statuses.reason');
  const codeText = useCodeText();
  const reason = item.problem ? codeText(item.problem.code) : item.reason ? reasons(item.reason) : '';
  return (
    <>
      {reason}
      {item.findings.length > 0 ? (
        <span className="block text-xs">{t('findings', { count: item.findings.length })}</span>
      ) : null}
    </>
  );
}
