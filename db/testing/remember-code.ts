import { join } from 'node:path';

/**
 * Processes of the product that a test starts keep the code they have compiled, as they do under `npm start`: that is half of what
 * starting one costs.
 */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lexport');
