const WATCH_EVERY_MS = 500;
const EXIT_WITHIN_MS = 3_000;

/**
 * Calls `onGone` once when the process that started this one is gone, however it went, so that nothing is left running
 * behind it. This process ends `exitWithinMs` later at the latest. The embedded database stops at the same moment, so do not
 * wait for it. Does nothing when this process was started by hand or by an init system: then there is nobody to follow.
 */
export function followParent(onGone: () => void, exitWithinMs = EXIT_WITHIN_MS): void {
  if (!process.send) return;
  const parent = process.ppid;
  let gone = false;
  const leave = () => {
    if (gone) return;
    gone = true;
    clearInterval(watch);
    setTimeout(() => process.exit(1), exitWithinMs).unref();
    onGone();
  };
  // The closing of the channel is heard at once; the parent's number is for a channel that something else holds open.
  const watch = setInterval(() => process.ppid !== parent && leave(), WATCH_EVERY_MS).unref();
  process.once('disconnect', leave);
  process.channel?.unref();
  // It may have gone while this process was still starting.
  if (!process.connected) leave();
}
