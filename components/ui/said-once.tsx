'use client';

import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { AlertDialog } from './alert-dialog.tsx';
import { Button } from './button.tsx';
import { TextField } from './text-field.tsx';

export type SaidOnceProps = {
  title: string;
  label: string;
  text: string;
  words: { copy: string; copied: string; copyFailed: string; done: string };
  /** Paragraphs above it. */
  children: ReactNode;
  onClose: () => void;
};

/** Shows what cannot be shown again, to be copied. A press outside does not close it. */
export function SaidOnce({ title, label, text, words, children, onClose }: SaidOnceProps) {
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = () => {
    // Not there on plain http, where a demo on a LAN may run.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button icon={<Copy aria-hidden size={16} />} onPress={copy}>
            {words.copy}
          </Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <TextField
          label={label}
          value={text}
          isReadOnly
          className="font-mono"
          rows={text.split('\n').length}
          onFocus={(event) => (event.target as HTMLInputElement).select()}
        />
        <p role="status" className="min-h-5 text-ink-muted">
          {said ? words[said] : ''}
        </p>
      </div>
    </AlertDialog>
  );
}
