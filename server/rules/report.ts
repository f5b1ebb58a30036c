import { DEFAULT_RULE_SETTINGS, PROFILES, type Profile } from '#domain/validation/settings.ts';
import { countHits } from './count-hits.ts';
import { distinctContents, readContents } from './read-contents.ts';
import { rulesTable } from './rules-table.ts';

/** `npm run rules:report -- FILE...`: how often each rule finds something in real files. */
const EXIT_FAILED = 1;
const EXIT_WRONG_ARGUMENTS = 2;

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Name one or more files with definitions. Use: npm run rules:report -- definitions.csv more.zip');
  process.exitCode = EXIT_WRONG_ARGUMENTS;
} else {
  await report();
}

async function report(): Promise<void> {
  const contents = [];
  for (const path of paths) {
    try {
      const read = await readContents(path);
      console.log(`${path}: ${read.length} definitions`);
      contents.push(...read);
    } catch (error) {
      console.error(`${path}: ${(error as Error).message}`);
      process.exitCode = EXIT_FAILED;
    }
  }
  const distinct = distinctContents(contents);
  const of = (profile: Profile) => countHits(distinct, { ...DEFAULT_RULE_SETTINGS, profile });
  console.log(`\n${distinct.length} different definitions\n`);
  console.log(rulesTable(PROFILES.map((profile) => ({ profile, hits: of(profile) }))));
}
