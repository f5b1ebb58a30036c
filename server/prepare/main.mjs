import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenNeeded } from './build.mjs';
import { findNode } from './find-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { portIsFree, portSentence } from './port-is-free.mjs';
import { Problem } from './problem.mjs';
import { runProgram } from './run-program.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node keeps the code it has compiled: a second start loads in two thirds of the time. (Not for tests: it blurs coverage.) */
const REMEMBER_CODE = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'lexport') };

/** What each npm script runs, and what it needs first, in that order. */
const MODES = {
  start: { program: 'server/start.ts', env: REMEMBER_CODE, needs: [needPort, installWhenNeeded, buildWhenNeeded] },
  dev: { program: 'server/start.ts', args: ['--dev'], env: REMEMBER_CODE, needs: [needPort, installWhenNeeded] },
  test: { program: 'server/prepare/test.mjs', needs: [installWhenNeeded] },
  // What these two start is started as under npm start.
  bench: { program: 'server/bench/bench.ts', env: REMEMBER_CODE, needs: [installWhenNeeded] },
  chaos: { program: 'server/chaos/chaos.ts', env: REMEMBER_CODE, needs: [installWhenNeeded] },
  generate: { program: 'db/seed/generate.ts', needs: [installWhenNeeded] },
  'rules:report': { program: 'server/rules/report.ts', needs: [installWhenNeeded] },
  verify: { program: 'server/seal/verify.ts', needs: [installWhenNeeded] },
  'audit-key': { program: 'server/audit/audit-key.ts', needs: [installWhenNeeded] },
  'audit-prune': { program: 'server/audit/prune.ts', needs: [installWhenNeeded] },
  'create-admin': { program: 'server/auth/create-admin.ts', needs: [installWhenNeeded] },
};

/**
 * Installs and builds what the mode needs, then runs its program under Node 24 and ends as it ends.
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function main(name, args) {
  const mode = MODES[name ?? ''];
  try {
    if (!mode) throw new Problem(`Say what to do: ${Object.keys(MODES).join(', ')}.`);
    for (const need of mode.needs) await need(ROOT);
    await runProgram(ROOT, findNode(ROOT), mode.program, [...(mode.args ?? []), ...args], mode.env);
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exit(1);
  }
}

/** Asked before anything slow: nobody likes to wait for a build to hear that the port is taken. */
async function needPort() {
  const port = Number(process.env.PORT || 3000);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (isPort && !(await portIsFree(port, process.env.HOST || '127.0.0.1'))) throw new Problem(portSentence(port));
}
