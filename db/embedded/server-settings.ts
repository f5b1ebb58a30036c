/** Sized for a small machine that does other things too; nothing here trades away a committed transaction. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '1GB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: 0,
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  checkpoint_completion_target: 0.9,
  random_page_cost: 1.1,
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  log_checkpoints: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
} as const;

export type ServerSettings = Readonly<Record<string, string | number>>;

/** The command-line arguments that set these, with the caller's own on top. */
export function serverSettings(own: ServerSettings = {}): string[] {
  return Object.entries({ ...SETTINGS, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
