/**
 * How a processor is started, seen from the project's folder. Reading and rendering thousands of files makes short-lived objects
 * only; with Node's own setting the room for them grows to three times 32 MB before anything is cleared away.
 */
export const PROCESSOR_COMMAND: readonly string[] = ['--max-semi-space-size=8', 'server/processor.ts'];
