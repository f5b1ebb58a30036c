import type { SelectionState } from '#components/definitions/selection.ts';

/** What each dialog of the bulk bar gets; it is there only while it is open. */
export type OperationDialogProps = {
  state: SelectionState;
  onClose: () => void;
  /** The job was accepted. */
  onStarted?: (() => void) | undefined;
};
