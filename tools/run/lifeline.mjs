// Loaded into every program that tools/run.mjs starts. The program lives outside the terminal's process group, so it
// would outlive a starter that was killed; the closing of this channel tells it to shut down.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The channel alone must not keep a finished program alive.
process.channel?.unref();
