import { parseArgs } from 'node:util';
import { openPool } from '#db/client.ts';
import { loadConfig } from '#server/config.ts';
import { previewPruning, pruneTrail } from './retention/prune-trail.ts';

/**
 * `npm run audit-prune [-- --go --reason TEXT]`: which audit entries are past their time; with `--go` takes them out, said and signed
 * for each block. With a database of your own.
 */
process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { go: { type: 'boolean', default: false }, reason: { type: 'string' } } });
    if (values.go && !values.reason?.trim()) throw new Error('Say why: npm run audit-prune -- --go --reason "..."');
    const config = loadConfig();
    const pool = openPool(config.databaseUrl, { connections: 2, name: 'lexport-audit-prune' });
    try {
      const expired = await previewPruning({ pool, config });
      for (const { kind, entries, oldest } of expired)
        console.log(`${kind}: ${entries} entries, the oldest of ${oldest}`);
      if (expired.length === 0) console.log('Nothing is past its time.');
      else if (!values.go) console.log('Nothing was changed. Take them out with --go --reason "...".');
      else console.log(`${await pruneTrail({ pool, config }, values.reason as string)} entries were taken out.`);
      return 0;
    } finally {
      await pool.end();
    }
  } catch (error) {
    const isOther = (error as Error).name === 'NotTheKeyInUse';
    console.error(
      isOther ? 'The private key here is not the one in use: nothing can be signed.' : (error as Error).message,
    );
    return 1;
  }
}
