/**
 * What Node is told of a processor's memory. Reading and rendering files makes short-lived objects by the thousand. As Node comes,
 * the room for them grows to 96 MB and the heap to several times what is in use before anything is cleared away; with the first two
 * settings an import of 100 000 definitions takes 260 MB instead of 475. Clearing away is helped by one thread instead of four: more
 * of them only take each other's place on a small machine (a tenth off an export on two cores). What V8 keeps of what it has cleared
 * away is asked back (engine/return-memory.ts), which takes the last setting.
 */
export const PROCESSOR_FLAGS: readonly string[] = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
  '--v8-pool-size=1',
  '--expose-gc',
];

/** How a processor is started, seen from the project's folder. */
export const PROCESSOR_COMMAND: readonly string[] = [...PROCESSOR_FLAGS, 'server/processor.ts'];
