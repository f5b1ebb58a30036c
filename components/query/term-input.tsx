'use client';

import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MAX_QUERY_TERMS } from '#contract/batches.ts';
import { readTermFile } from './read-term-file.ts';
import { TermList } from './term-list.tsx';
import { fromFile, fromPaste, NO_TERMS, type TermSource } from './term-source.ts';

export type TermInputProps = {
  source: TermSource;
  onChange: (source: TermSource) => void;
  error: string | undefined;
};

type Chosen = Awaited<ReturnType<typeof readTermFile>>;

/** Where terms come in: typed, pasted, or from a file. */
export function TermInput({ source, onChange, error }: TermInputProps) {
  const t = useTranslations('query');
  const format = useFormat();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    const found = await readTermFile(file);
    setChosen(found);
    if ('lines' in found) onChange(fromFile(found.name, found.lines));
  };
  const edit = (next: TermSource) => {
    setChosen(null);
    onChange(next);
  };
  const problem = chosen && 'problem' in chosen ? t(`file.${chosen.problem}`, { name: chosen.name }) : undefined;
  if (source.kind === 'list') return <TermList source={source} onRemove={() => edit(NO_TERMS)} />;
  return (
    <DropZone
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === 'file');
        if (file) void file.getFile().then(take);
      }}
      className="flex flex-col gap-3 rounded-md data-drop-target:outline-2 data-drop-target:outline-offset-4 data-drop-target:outline-accent"
    >
      <TextField
        label={t('input')}
        description={t('inputHelp', { max: format.number(MAX_QUERY_TERMS) })}
        rows={10}
        value={source.text}
        onChange={(text) => edit({ kind: 'typed', text })}
        onPaste={(event) => {
          const list = fromPaste(source.text, event.clipboardData.getData('text'));
          if (!list) return;
          event.preventDefault();
          edit(list);
        }}
        error={problem ?? error}
        spellCheck="false"
        className="[&_textarea]:resize-y"
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <FileTrigger
          acceptedFileTypes={['.txt', '.csv', 'text/plain', 'text/csv']}
          onSelect={(list) => void take(list?.[0])}
        >
          <Button icon={<FileUp aria-hidden size={16} />}>{t('file.choose')}</Button>
        </FileTrigger>
        <span className="text-ink-muted">
          {chosen && 'lines' in chosen ? t('file.read', { name: chosen.name }) : t('file.kinds')}
        </span>
      </div>
    </DropZone>
  );
}
