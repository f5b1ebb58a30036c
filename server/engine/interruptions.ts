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

/** Others stood in the way of every item that was tried, so it is not the items: the chunk stays open. */
export class Congested extends Error {
  override name = 'Congested';
  /** The SQLSTATE. */
  readonly code: string;

  constructor(code: string) {
    super('Others stand in the way of every item');
    this.code = code;
  }
}

/** The time a job may take is up. */
export class Late extends Error {
  override name = 'Late';
}
