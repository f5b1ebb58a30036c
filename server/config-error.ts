/** The environment cannot be worked with; the message says in plain sentences what to change. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
