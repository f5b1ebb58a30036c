import type { NextConfig } from 'next';

/** Next runs inside our own server process; headers, sessions and the API are that server's business. */
const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  agentRules: false,
};

export default config;
