// Loaded first in every process that scripts/launch/child.ts starts, so that none outlives the one that started it, whatever
// killed that one: the channel between them then closes. Only the process that was started is meant: its own children
// load this file too, and their channel is somebody else's.
const parent = Number(new URL(import.meta.url).searchParams.get('parent'))

if (process.ppid === parent && process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.exit(1))
}
