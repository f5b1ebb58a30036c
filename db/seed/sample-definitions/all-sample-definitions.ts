import type { DefinitionContent } from '#domain/definition.ts';
import { awkwardContent } from './awkward-content.ts';
import { bestuursrecht } from './bestuursrecht.ts';
import { civielRecht } from './civiel-recht.ts';
import { penitentiairRecht } from './penitentiair-recht.ts';
import { poorlyWritten } from './poorly-written.ts';
import { sample } from './sample-definition.ts';
import { strafrecht } from './strafrecht.ts';
import { vreemdelingenrecht } from './vreemdelingenrecht.ts';

/** Relation targets that no sample has: a link may point at a term that is not there yet. */
export const DANGLING_TERMS: readonly string[] = ['internationaal rechtshulpverzoek', 'tijdelijke bescherming'];

/** Every sample definition, complete, in a fixed order. */
export const allSampleDefinitions: readonly DefinitionContent[] = [
  ...strafrecht,
  ...bestuursrecht,
  ...civielRecht,
  ...penitentiairRecht,
  ...vreemdelingenrecht,
  ...poorlyWritten,
  ...awkwardContent,
].map(sample);
