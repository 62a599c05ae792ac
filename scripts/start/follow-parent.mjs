// Preloaded into each process that the launcher starts: when the launcher is gone, however it went, so is the process.
process.on( 'disconnect', () => process.kill( process.pid, 'SIGTERM' ) );
// The channel alone must not keep a process alive that has finished.
process.channel?.unref();
