import { createServer } from 'node:net';

/**
 * Whether a server can listen on this port; an address that is not of this machine counts as free, it has its own message later.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function portIsFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', (error) => resolve(error.code !== 'EADDRINUSE'))
      .listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @param {number} port */
export function portSentence(port) {
  return `Port ${port} is in use, perhaps by a Lexport that already runs. Stop what uses it, or choose another one: PORT=${port + 1} npm start`;
}
