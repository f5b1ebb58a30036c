import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { whenLauncherIsGone } from './launcher.mjs';

/**
 * Runs a program under the given Node, passes signals on to it and ends as it ends. The program hears by its channel when this
 * process is gone, and this process watches for npm in the same way: npm itself passes nothing on when it is killed outright.
 * @param {string} root
 * @param {string} node
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] on top of this process's own
 */
export function runProgram(root, node, program, args, env = {}) {
  return new Promise((_, reject) => {
    const child = spawn(node, [join(root, program), ...args], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ...env,
        NEXT_TELEMETRY_DISABLED: '1',
        // Tools that start "node" find this one, not the machine's own.
        PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    whenLauncherIsGone(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? ''] ?? 0)));
  });
}
