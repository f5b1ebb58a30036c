import type { ItemFailure } from '#db/queries/end-items.ts';

/** This processor may not go on with the job as it was: somebody stopped it, or another processor took it over. */
export class Superseded extends Error {
  override name = 'Superseded';
}

/** This processor is asked to stop; the job goes on elsewhere. */
export class Released extends Error {
  override name = 'Released';
}

/** More items failed than the job tolerates; thrown inside a transaction to undo it. */
export class LimitReached extends Error {
  override name = 'LimitReached';
  readonly failures: readonly ItemFailure[];

  constructor(failures: readonly ItemFailure[]) {
    super('More items failed than the job tolerates');
    this.failures = failures;
  }
}
