import { generateDefinition } from '#db/seed/generate-definition.ts';
import { hitFinder } from '#domain/redaction/find-hits.ts';
import { findInContent } from '#domain/redaction/find-in-content.ts';
import { textsOf } from '#domain/redaction/texts-of.ts';
import { median } from './statistics.ts';

const DEFINITIONS = 5000;
const ROUNDS = 9;
const WARM_UP = 2;
/** As many as an organisation with a long list of its own has. */
const TERMS = Array.from({ length: 300 }, (_, index) => `onderzoek nummer ${index}`);

/** What looking for everything that can be redacted costs in one definition, in time of the processor. */
export function measureRedaction(): { microseconds: number; charactersPerSecond: number } {
  const contents = Array.from({ length: DEFINITIONS }, (_, index) => generateDefinition(index));
  const lengths = contents.map((content) => [...textsOf(content).values()].reduce((sum, text) => sum + text.length, 0));
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  const options = { find: hitFinder({ terms: TERMS }), keepCaseReferences: true };
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => {
    const start = process.cpuUsage();
    for (const content of contents) findInContent(content, options);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  const microseconds = median(rounds.slice(WARM_UP));
  return { microseconds: microseconds / DEFINITIONS, charactersPerSecond: (characters / microseconds) * 1_000_000 };
}
