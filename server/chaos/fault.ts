import type { Random } from '#db/seed/random.ts';
import type { Server } from './server.ts';

/** The faults of the matrix that need time, real processes or a machine of their own; the others are in every test run. */
export const FAULT_NUMBERS = ['F1', 'F2', 'F3', 'F6', 'F10', 'F11', 'F16', 'F17'] as const;
export type FaultNumber = (typeof FAULT_NUMBERS)[number];

/** Something that must hold under a fault beside the invariants, and what was seen of it. */
export type Claim = { what: string; seen: string; holds: boolean };

/** What a fault is given: a share of the time, and what it may be short of when there is little. */
export type Order = {
  server: Server;
  /** Part of the time asked for, in seconds. */
  seconds: number;
  /** 1 when there is time for the numbers of the matrix, less in a short run. */
  scale: number;
  random: Random;
  signal: AbortSignal;
  say(line: string): void;
};

/** A fault as it is carried out on a ground of its own: what was done, and what was seen. */
export type Fault = {
  name: string;
  /** Its part of the time. */
  share: number;
  run(order: Order): Promise<Outcome>;
};

export type Outcome = {
  did: string;
  jobs: number;
  items: number;
  /** The longest time, in milliseconds, in which a job at work got no further. */
  longestGapMs: number;
  invariants: { name: string; broken: unknown[] }[];
  claims: Claim[];
};
