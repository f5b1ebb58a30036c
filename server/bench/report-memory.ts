/**
 * Loaded into the processor that is measured: answers what it is asked over its channel, where the operating system does not
 * say it. The channel must not keep the processor alive, which is why it is let go again.
 */
process.on('message', (question) => {
  if (question === 'memory') process.send?.(process.resourceUsage().maxRSS * 1024);
});
process.channel?.unref();
