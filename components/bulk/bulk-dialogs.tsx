'use client';

import type { ComponentType } from 'react';
import type { BulkAction } from './bulk-actions.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { AnonymiseDialog, EraseDialog } from './final-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import type { OperationDialogProps } from './operation-dialog.ts';
import { RedactDialog } from './redact-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';
import { UpdateDialog } from './update-dialog.tsx';
import { ValidateDialog } from './validate-dialog.tsx';

const DIALOGS: Record<BulkAction, ComponentType<OperationDialogProps>> = {
  export: ExportDialog,
  validate: ValidateDialog,
  update: UpdateDialog,
  status: StatusDialog,
  redact: RedactDialog,
  lock: LockDialog,
  hold: HoldDialog,
  share: ShareDialog,
  delete: DeleteDialog,
  restore: RestoreDialog,
  anonymise: AnonymiseDialog,
  erase: EraseDialog,
};

export type BulkDialogsProps = Omit<OperationDialogProps, 'onStarted'> & {
  action: BulkAction;
  /** What was chosen is no longer where it was. */
  onGone: () => void;
};

/** The dialog of one action of the bulk bar. */
export function BulkDialogs({ action, onGone, ...props }: BulkDialogsProps) {
  const Operation = DIALOGS[action];
  const movesAway = action === 'delete' || action === 'restore';
  return <Operation {...props} onStarted={movesAway ? onGone : undefined} />;
}
