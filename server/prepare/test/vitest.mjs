import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { heading, runStage } from './run-stage.mjs';

/**
 * The unit and integration tests; all together also measure how much of the server they run.
 * @param {'unit' | 'integration' | undefined} project
 */
export function vitest(project) {
  return async ({ root, temporary }) => {
    heading(project ? `Tests: ${project} (vitest)` : 'Unit and integration tests, with coverage of server/ (vitest)');
    const report = join(temporary, 'vitest.json');
    const args = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    // Of coverage the sum is what is read here; the pages about each file take as long to write as a hundred tests.
    const more = project ? ['--project', project] : ['--coverage', '--coverage.reporter=text-summary'];
    const { code } = await runStage([...args, ...more], {
      root,
      show: true,
    });
    const { passed, failures } = readReport(report, root);
    // No test failed and yet it did: too little coverage, or an error outside of any test.
    return { passed, failures: code !== 0 && failures.length === 0 ? ['vitest: see its output'] : failures };
  };
}

function readReport(report, root) {
  if (!existsSync(report)) return { passed: 0, failures: [] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: could not be loaded`];
    return failed.map((test) => `${file}: ${test.fullName}\n    ${firstLine(test.failureMessages?.[0])}`);
  });
  return { passed: numPassedTests, failures };
}

function firstLine(message = '') {
  return message.split('\n', 1)[0];
}
