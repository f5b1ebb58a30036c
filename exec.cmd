@rem npm scripts hand the process over to Node with "exec", so that signals reach it. The shell of Windows has no such word; this is it.
@%*
