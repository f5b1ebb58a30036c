import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';

/** Prints what a new migration would have to change, and fails when that is anything: the committed ones make the schema. */
const SCHEMA = join(process.cwd(), 'db', 'schema');
const META = join(process.cwd(), 'db', 'migrations', 'meta');

const files = readdirSync(SCHEMA).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const modules = await Promise.all(files.map((name) => import(pathToFileURL(join(SCHEMA, name)).href)));
const { entries } = JSON.parse(readFileSync(join(META, '_journal.json'), 'utf8'));
const latest = String(entries.at(-1).idx).padStart(4, '0');
const committed = JSON.parse(readFileSync(join(META, `${latest}_snapshot.json`), 'utf8'));
const present = generateDrizzleJson(Object.assign({}, ...modules), committed.id, undefined, 'snake_case');
const statements = await generateMigration(committed, present);
if (statements.length > 0) {
  console.log('db/schema has changes without a migration. Run npm run db:generate and commit what it writes:\n');
  console.log(statements.join('\n'));
  process.exit(1);
}
