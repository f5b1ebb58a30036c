'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useRenameMapping } from '#components/api/use-column-mappings.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { ColumnMapping } from '#contract/reading.ts';
import { fieldLabel } from '#domain/field-labels.ts';
import { ForgetMappingDialog } from './forget-mapping-dialog.tsx';
import { useMappingName } from './use-mapping-name.ts';
import { useUseLabel } from './use-use-label.ts';
import { useValueName } from './use-value-name.ts';

type MappingPanelProps = { mapping: ColumnMapping; mayChange: boolean; onClose: () => void };

/** What each column of a known table is read as, and what its words mean; to be named and forgotten here. */
export function MappingPanel({ mapping, mayChange, onClose }: MappingPanelProps) {
  const t = useTranslations('import.mappings');
  const common = useTranslations('common');
  const history = useTranslations('history');
  const format = useFormat();
  const nameOf = useMappingName();
  const [asking, setAsking] = useState(false);
  const { savedAt, savedBy } = mapping;
  return (
    <SidePanel
      isOpen
      wide
      onClose={onClose}
      title={nameOf(mapping)}
      closeLabel={common('close')}
      context={`${t('saved')}: ${format.dateTime(savedAt)}${savedBy ? ` ${history('by', { name: savedBy })}` : ''}`}
      actions={
        mayChange ? (
          <Button variant="danger" onPress={() => setAsking(true)}>
            {t('forget.open')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-6">
        {mayChange ? <Name mapping={mapping} /> : null}
        <Uses mapping={mapping} />
        <Words mapping={mapping} />
        {asking ? (
          <ForgetMappingDialog
            id={mapping.id}
            name={nameOf(mapping)}
            onClose={() => setAsking(false)}
            onForgotten={onClose}
          />
        ) : null}
      </div>
    </SidePanel>
  );
}

function Name({ mapping: { id, name } }: { mapping: ColumnMapping }) {
  const t = useTranslations('import.mappings');
  const problemText = useProblemText();
  const [typed, setTyped] = useState(name ?? '');
  const rename = useRenameMapping();
  const wanted = typed.trim() || null;
  const save = () => rename.mutate({ id, name: wanted }, { onSuccess: () => announce(t('renamed')) });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== name) save();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('nameLabel')}
          description={t('nameHelp')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          className="w-96 max-sm:w-full"
        />
        <Button type="submit" pending={rename.isPending} isDisabled={wanted === name}>
          {t('rename')}
        </Button>
      </div>
      {rename.isError ? (
        <Banner tone="danger" role="alert" title={problemText(rename.error).title}>
          {problemText(rename.error).detail}
        </Banner>
      ) : null}
    </form>
  );
}

function Uses({ mapping: { headers, mapping } }: { mapping: ColumnMapping }) {
  const t = useTranslations('import.mappings');
  const label = useUseLabel();
  const uses = new Map(mapping.columns.map(({ column, use }) => [column, use]));
  return (
    <Table caption={t('uses')} showCaption minWidth={0}>
      <TableHead>
        <HeadCell>{t('column')}</HeadCell>
        <HeadCell>{t('use')}</HeadCell>
      </TableHead>
      <TableBody>
        {headers.map((column) => (
          <TableRow key={column}>
            <RowHeadCell className="wrap-anywhere">{column}</RowHeadCell>
            <Cell>{uses.has(column) ? label(uses.get(column) ?? '') : t('byName')}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Words({ mapping: { mapping } }: { mapping: ColumnMapping }) {
  const t = useTranslations('import.mappings');
  const locale = useLocale();
  const valueName = useValueName();
  if (mapping.values.length === 0) return null;
  return (
    <Table caption={t('words')} showCaption minWidth={0}>
      <TableHead>
        <HeadCell>{t('word')}</HeadCell>
        <HeadCell>{t('field')}</HeadCell>
        <HeadCell>{t('means')}</HeadCell>
      </TableHead>
      <TableBody>
        {mapping.values.map(({ field, from, to }) => (
          <TableRow key={`${field} ${from}`}>
            <RowHeadCell className="wrap-anywhere">{from}</RowHeadCell>
            <Cell>{fieldLabel(field, locale)}</Cell>
            <Cell>{valueName(field, to)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
