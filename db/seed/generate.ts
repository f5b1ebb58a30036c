import { resolve } from 'node:path';
import { generateFiles, invalidFiles } from './generate-files.ts';
import { type GenerateArguments, parseGenerateArguments } from './parse-generate-arguments.ts';
import { writeZipFile } from './write-zip-file.ts';

const EXIT_FAILED = 1;
const EXIT_WRONG_ARGUMENTS = 2;

const PROBLEMS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you may not write there',
  EISDIR: 'a folder has that name',
  ENOSPC: 'the disk is full',
};

const parsed = parseGenerateArguments(process.argv.slice(2));
if ('problem' in parsed) {
  console.error(parsed.problem);
  process.exitCode = EXIT_WRONG_ARGUMENTS;
} else {
  await generate(parsed);
}

async function generate({ count, out, seed, invalidPercent }: GenerateArguments): Promise<void> {
  try {
    const bytes = await writeZipFile(resolve(out), generateFiles({ count, seed, invalidPercent }));
    const invalid = invalidFiles(count, invalidPercent);
    const remark = invalid > 0 ? ` (${invalid} of them invalid)` : '';
    console.log(`${resolve(out)}: ${count} definitions${remark}, ${Math.ceil(bytes / 1024)} kB`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    console.error(`Could not write ${resolve(out)}: ${PROBLEMS[code] ?? (error as Error).message}.`);
    process.exitCode = EXIT_FAILED;
  }
}
