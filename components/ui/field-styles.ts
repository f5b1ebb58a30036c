/** Shared looks of labelled controls. */
export const LABEL = 'text-sm font-medium text-ink';
export const DESCRIPTION = 'text-sm text-ink-muted';
export const FIELD_ERROR = 'text-sm text-danger-ink';
export const INPUT =
  'min-h-10 w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-sm text-ink placeholder:text-ink-muted ' +
  'data-focused:border-accent data-invalid:border-danger-ink data-disabled:bg-sunken data-disabled:text-ink-muted';
export const POPOVER =
  'min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-raised text-ink shadow-overlay data-entering:animate-fade-in';
export const OPTION =
  'flex min-h-9 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none ' +
  'data-focused:bg-accent-soft data-hovered:bg-accent-soft data-disabled:text-ink-muted data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent';
