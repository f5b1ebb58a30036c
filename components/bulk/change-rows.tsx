'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Select } from '#components/ui/select.tsx';
import { ChangeValue, initialValue } from './change-value.tsx';
import { type ChangeError, type ChangeRow, fieldsLeft, isList, mayClear, modesLeft, newRow } from './changes.ts';

export type ChangeRowsProps = {
  rows: readonly ChangeRow[];
  onChange: (rows: readonly ChangeRow[]) => void;
  errors: ReadonlyMap<number, ChangeError>;
};

/** What to change, one field under another; a field comes in by choosing it. */
export function ChangeRows({ rows, onChange, errors }: ChangeRowsProps) {
  const t = useTranslations('bulk.update');
  const label = useFieldLabel();
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(rows.length);
  useEffect(() => {
    // To what was just added, so that one can type at once.
    if (rows.length > count.current)
      list.current?.querySelector<HTMLElement>('li:last-child :is(input, textarea, button)')?.focus();
    count.current = rows.length;
  }, [rows.length]);
  const change = (index: number, part: Partial<ChangeRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  return (
    <section aria-label={t('fields')} className="flex flex-col items-start gap-3">
      {rows.length > 0 ? (
        <ul ref={list} className="flex w-full flex-col gap-3">
          {rows.map((row, index) => (
            <li key={keyOf(rows, index)} className="flex flex-col gap-2 rounded-md border border-line p-3">
              <Row
                row={row}
                others={rows.filter((other) => other !== row)}
                error={errors.get(index)}
                onChange={(part) => change(index, part)}
                onRemove={() => onChange(rows.filter((other) => other !== row))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Menu
        label={t('addField')}
        trigger={<Button icon={<Plus aria-hidden size={16} />}>{t('addField')}</Button>}
        entries={fieldsLeft(rows).map((field) => ({
          id: field,
          label: label(field),
          onAction: () => onChange([...rows, newRow(rows, field, initialValue(field))]),
        }))}
      />
    </section>
  );
}

/** Stays the same while the way of changing a list does not. */
function keyOf(rows: readonly ChangeRow[], index: number): string {
  const field = rows[index]?.field;
  return `${field} ${rows.slice(0, index).filter((row) => row.field === field).length}`;
}

type RowProps = {
  row: ChangeRow;
  others: readonly ChangeRow[];
  error: ChangeError | undefined;
  onChange: (part: Partial<ChangeRow>) => void;
  onRemove: () => void;
};

function Row({ row, others, error, onChange, onRemove }: RowProps) {
  const t = useTranslations('bulk.update');
  const label = useFieldLabel();
  const name = label(row.field);
  const modes = isList(row.field) ? modesLeft(others, row.field) : [];
  return (
    <>
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{name}</h3>
        <IconButton label={t('removeField', { field: name })} onPress={onRemove} className="-my-1">
          <Trash2 aria-hidden size={16} />
        </IconButton>
      </div>
      {modes.length > 0 ? (
        <Select
          label={t('mode', { field: name })}
          hideLabel
          options={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          value={row.mode}
          onChange={(mode) => onChange({ mode, clear: false })}
          className="w-56 max-w-full"
        />
      ) : null}
      {row.clear ? null : <ChangeValue row={row} name={name} error={error} onChange={(value) => onChange({ value })} />}
      {mayClear(row) ? (
        <Checkbox isSelected={row.clear} onChange={(clear) => onChange({ clear })}>
          {t('clear')}
        </Checkbox>
      ) : null}
    </>
  );
}
