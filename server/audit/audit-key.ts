import { openPool } from '#db/client.ts';
import { listAuditKeys } from '#db/queries/audit-blocks.ts';
import { loadConfig } from '#server/config.ts';
import { answerChallenge } from './answer-challenge.ts';
import { readKeyFile } from './sealing/key-file.ts';
import { NotTheKeyInUse, rotateKey } from './sealing/rotate-key.ts';

/**
 * `npm run audit-key -- show | rotate | replace | prove TEXT`: the public keys of this installation, another key for what comes, one
 * in the place of a key that was lost, or the answer to the challenge of somebody who enrols this installation's key. With a
 * database of your own.
 */
const USAGE =
  'Say what: npm run audit-key -- show | rotate | replace | prove TEXT (replace only when the private key is lost)';

process.exitCode = await run(process.argv[2], process.argv[3]);

async function run(what: string | undefined, text: string | undefined): Promise<number> {
  if (what === 'prove') return prove(text ?? '');
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

/** Says the public key and its signature. */
function prove(text: string): number {
  try {
    const key = readKeyFile(loadConfig());
    const answer = key && answerChallenge(key, text);
    if (!key || !answer) {
      console.error(
        key ? 'This is not the text of a challenge for this key.' : 'The private key is not on this machine.',
      );
      return 1;
    }
    console.log(`public key  ${key.publicKey.toString('hex')}\nsignature   ${answer.toString('hex')}`);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
