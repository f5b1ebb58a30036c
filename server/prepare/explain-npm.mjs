const LAST_LINES = 15;

const SENTENCES = [
  [/ENOSPC|no space left/i, (root) => `The disk that holds ${root} is full. Free about 2 GB and start again.`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    () =>
      'The npm registry cannot be reached. Check the network (and the proxy or registry in your .npmrc) and start again.',
  ],
  [
    /EACCES|EPERM|EROFS/i,
    (root) => `npm may not write in ${root}/node_modules. Make that folder yours and start again.`,
  ],
  [
    /in sync|EUSAGE/i,
    () =>
      'package.json and package-lock.json do not agree. Get both from the repository, or run npm install if you changed one.',
  ],
  [/ENOENT.*npm|npm: not found/i, () => 'npm was not found. Install it with Node and start again.'],
];

/**
 * What a failed `npm ci` said, as one sentence with what to do, followed by npm's own last words.
 * @param {string} output
 * @param {string} root
 */
export function explainNpm(output, root) {
  const known = SENTENCES.find(([pattern]) => pattern.test(output));
  const sentence = known ? known[1](root) : 'The packages could not be installed. npm said:';
  const last = output
    .replace(/Clean install a project[\s\S]*/, '')
    .split('\n')
    .filter((line) => line.trim() && !/^npm (warn|notice)|^npm error$/i.test(line));
  return [sentence, ...last.slice(-LAST_LINES).map((line) => `  ${line}`)].join('\n');
}
