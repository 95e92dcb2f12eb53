import { endGroup, isStillRunning } from './processes'
import type { RunFile } from './run-file'
import type { Supervisor } from './supervisor'

/** Ends what an earlier run that was killed has left running: only processes that are still the very same. */
export async function endLeftOver(supervisor: Supervisor, runFile: RunFile): Promise<void> {
  const running = runFile.leftOver.filter((child) => child.birth !== null && isStillRunning(child))
  if (running.length > 0) {
    await supervisor.phase('Left over', async (remark) => {
      await Promise.all(running.map(({ pid }) => endGroup(pid)))
      remark(`ended: ${running.map(({ name, pid }) => `${name} (${pid})`).join(', ')}`)
    })
  }
  runFile.note({ children: [] })
}
