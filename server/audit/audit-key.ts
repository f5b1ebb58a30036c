import { openPool } from '#db/client.ts';
import { listAuditKeys } from '#db/queries/audit-blocks.ts';
import { loadConfig } from '#server/config.ts';
import { NotTheKeyInUse, rotateKey } from './sealing/rotate-key.ts';

/**
 * `npm run audit-key -- show | rotate | replace`: the public keys the audit trail is sealed with, another key for what comes, or
 * one in the place of a key that was lost. With a database of your own.
 */
const USAGE = 'Say what: npm run audit-key -- show | rotate | replace (replace only when the private key is lost)';

process.exitCode = await run(process.argv[2]);

async function run(what: string | undefined): Promise<number> {
  if (what !== 'show' && what !== 'rotate' && what !== 'replace') {
    console.error(USAGE);
    return 1;
  }
  try {
    const config = loadConfig();
    const pool = openPool(config.databaseUrl, { connections: 1, name: 'lexport-audit-key' });
    try {
      if (what !== 'show') {
        const key = await rotateKey({ pool, config }, { lost: what === 'replace' });
        console.log(
          `The audit trail is sealed with key ${key.id} from now on. Keep a copy of the key file where only you can read it.`,
        );
      }
      for (const { id, publicKey, createdAt } of await listAuditKeys(pool)) {
        console.log(`${id}  ${publicKey.toString('hex')}  since ${createdAt}`);
      }
      return 0;
    } finally {
      await pool.end();
    }
  } catch (error) {
    const isOther = error instanceof NotTheKeyInUse;
    console.error(
      isOther
        ? 'The private key here is not the one in use. Put that one back; if it is lost, say replace instead of rotate.'
        : (error as Error).message,
    );
    return 1;
  }
}
