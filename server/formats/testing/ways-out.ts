import { createHook } from 'node:async_hooks';

/** What Node makes when something looks up a name, connects or sends, by whatever module it was asked. */
const WAYS_OUT = new Set([
  'GETADDRINFOREQWRAP',
  'GETNAMEINFOREQWRAP',
  'QUERYWRAP',
  'TCPCONNECTWRAP',
  'PIPECONNECTWRAP',
  'UDPWRAP',
]);

/** The ways to other machines that were tried while this ran, and as long as it waited. Empty: none. */
export async function waysOut(run: () => Promise<unknown>): Promise<string[]> {
  const tried: string[] = [];
  const hook = createHook({
    init: (_id, type) => {
      if (WAYS_OUT.has(type)) tried.push(type);
    },
  }).enable();
  try {
    await run();
  } finally {
    hook.disable();
  }
  return tried;
}
