import type { ReactNode } from 'react';

export type SectionProps = { title: string; level: 2 | 3; children: ReactNode };

/** A part of a definition under its own heading. */
export function Section({ title, level, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <Heading className="text-sm font-semibold text-ink-muted">{title}</Heading>
      {children}
    </section>
  );
}

/** One named fact in a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 border-b border-line py-2">
      <dt className="text-xs text-ink-muted">{name}</dt>
      <dd className="min-w-0 text-sm break-words">{children}</dd>
    </div>
  );
}
