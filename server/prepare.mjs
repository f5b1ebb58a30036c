// The door of every npm script: plain JavaScript that any Node can read, so that a too old one is told so in one sentence.
// Usage: node server/prepare.mjs start|dev|test|bench|chaos|generate|rules:report|verify|audit-key|audit-prune|create-admin [arguments]
import { tooOld } from './prepare/node-version.mjs';

const sentence = tooOld(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exit(1);
}
import('./prepare/main.mjs').then(({ main }) => main(process.argv[2], process.argv.slice(3)));
