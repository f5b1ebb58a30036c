import type { measureRedaction } from './measure-redaction.ts';

export function printRedaction({ microseconds, charactersPerSecond }: ReturnType<typeof measureRedaction>): void {
  const millions = (charactersPerSecond / 1_000_000).toFixed(1);
  console.log(
    `\nLooking for what can be redacted: ${microseconds.toFixed(1)} µs a definition, ${millions} million characters a second`,
  );
}
