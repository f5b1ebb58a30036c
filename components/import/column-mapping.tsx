'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Select } from '#components/ui/select.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { PreviewColumn, TableView } from '#contract/reading.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES, UFO_CATEGORIES } from '#domain/definition.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { mappingOf } from '#domain/mapping-of.ts';
import {
  type ClosedField,
  COLUMN_TARGETS,
  type ColumnUse,
  SHARED_TARGETS,
  type TableMapping,
} from '#domain/read-choices.ts';
import { withMeaning, withUse } from './file-reading.ts';
import { MappedRows } from './mapped-rows.tsx';
import { MappingState } from './mapping-state.tsx';
import { useUseLabel } from './use-use-label.ts';
import { useValueName } from './use-value-name.ts';

export type ColumnMappingProps = {
  title: string;
  table: TableView;
  /** What a person chose; absent: as proposed. */
  chosen: TableMapping | undefined;
  onMapping: (mapping: TableMapping) => void;
  /** Whether it is to be remembered; null: there is nothing new to remember. */
  remember: { isSelected: boolean; onChange: (isSelected: boolean) => void } | null;
  isDisabled: boolean;
};

/** What each column of a table nobody knows is for, what its words mean, and the first rows as they would come in. */
export function ColumnMapping({ title, table, chosen, onMapping, remember, isDisabled }: ColumnMappingProps) {
  const t = useTranslations('import.mapping');
  const mapping = chosen ?? mappingOf(table);
  return (
    <Card title={title}>
      <div className="flex flex-col gap-5">
        <MappingState table={table} isChosen={chosen !== undefined} />
        <Columns
          columns={table.columns}
          isDisabled={isDisabled}
          onUse={(column, use) => onMapping(withUse(mapping, column, use, SHARED_TARGETS.has(use)))}
        />
        {table.values.length > 0 ? (
          <Words
            table={table}
            isDisabled={isDisabled}
            onMeaning={(word, to) => onMapping(withMeaning(mapping, word, to))}
          />
        ) : null}
        <MappedRows rows={table.rows} />
        {remember ? (
          <Checkbox
            isSelected={remember.isSelected}
            onChange={remember.onChange}
            isDisabled={isDisabled}
            description={t('rememberHelp')}
          >
            {t('remember')}
          </Checkbox>
        ) : null}
      </div>
    </Card>
  );
}

type ColumnsProps = {
  columns: readonly PreviewColumn[];
  isDisabled: boolean;
  onUse: (column: string, use: ColumnUse) => void;
};

function Columns({ columns, isDisabled, onUse }: ColumnsProps) {
  const t = useTranslations('import.mapping');
  const label = useUseLabel();
  const options = (['keep', 'leave', ...COLUMN_TARGETS] as const).map((value) => ({ value, label: label(value) }));
  return (
    <Table caption={t('columns')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('column')}</HeadCell>
        <HeadCell className="max-sm:hidden">{t('samples')}</HeadCell>
        <HeadCell>{t('use')}</HeadCell>
        <HeadCell className="max-sm:hidden">{t('by')}</HeadCell>
      </TableHead>
      <TableBody>
        {columns.map(({ column, samples, use, by, confidence }) => (
          <TableRow key={column}>
            <RowHeadCell className="wrap-anywhere">{column}</RowHeadCell>
            <Cell className="max-w-72 text-ink-muted max-sm:hidden">
              <p className="line-clamp-2 break-words">{samples.join(' · ') || t('empty')}</p>
            </Cell>
            <Cell className="w-60 max-w-60 max-sm:w-44 max-sm:max-w-44">
              <Select
                label={t('useOf', { column })}
                hideLabel
                isDisabled={isDisabled}
                options={options}
                value={use}
                onChange={(chosen) => onUse(column, chosen)}
              />
            </Cell>
            <Cell className="text-ink-muted max-sm:hidden">
              {by === 'likeness'
                ? t('likeness', { percent: String(Math.round(confidence * 100)) })
                : t(`why.${by ?? 'none'}`)}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const NO_MEANING = '-';
const VALUES: Readonly<Record<ClosedField, readonly string[]>> = {
  category: CATEGORIES,
  status: DEFINITION_STATUSES,
  ufoCategory: UFO_CATEGORIES,
  classification: CLASSIFICATIONS,
};

type WordsProps = {
  table: TableView;
  isDisabled: boolean;
  onMeaning: (word: TableView['values'][number], to: string | null) => void;
};

function Words({ table, isDisabled, onMeaning }: WordsProps) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  const nameOf = useValueName();
  return (
    <Table caption={t('words', { count: table.lookedAt })} showCaption minWidth={0}>
      <TableHead>
        <HeadCell>{t('word')}</HeadCell>
        <HeadCell className="max-sm:hidden">{t('field')}</HeadCell>
        <HeadCell numeric className="max-sm:hidden">
          {t('count')}
        </HeadCell>
        <HeadCell>{t('means')}</HeadCell>
      </TableHead>
      <TableBody>
        {table.values.map((word) => (
          <TableRow key={`${word.field} ${word.from}`}>
            <RowHeadCell className="wrap-anywhere">{word.from}</RowHeadCell>
            <Cell className="max-sm:hidden">{fieldLabel(word.field, locale)}</Cell>
            <Cell numeric className="max-sm:hidden">
              {word.count}
            </Cell>
            <Cell className="w-60 max-w-60 max-sm:w-40 max-sm:max-w-40">
              <Select
                label={t('meaningOf', { word: word.from })}
                hideLabel
                isDisabled={isDisabled}
                options={[
                  { value: NO_MEANING, label: t('noMeaning') },
                  ...VALUES[word.field].map((value) => ({ value, label: nameOf(word.field, value) })),
                ]}
                value={word.to ?? NO_MEANING}
                onChange={(to) => onMeaning(word, to === NO_MEANING ? null : to)}
              />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
