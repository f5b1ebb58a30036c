/** The mark of the product: a margin and lines of text. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M9 7v15.5a2.5 2.5 0 0 0 2.5 2.5H23"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
      <path
        d="M15 8.5h8M15 13.5h8M15 18.5h5"
        strokeWidth="2.4"
        strokeLinecap="round"
        className="stroke-accent-ink opacity-60"
      />
    </svg>
  );
}
