import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { freePort } from './free-port'

/** Whether Debian's Prometheus is on this machine, with its tool. */
export function hasPrometheus(): boolean {
  return ['prometheus', 'promtool'].every((program) => spawnSync(program, ['--version']).error === undefined)
}

const documents = path.resolve('docs/operations')

/** What promtool says of something, with its code: 0 is well. */
export function promtool(args: string[], input = ''): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('promtool', args, { input, cwd: documents, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

const answer = z.object({ status: z.string(), error: z.string().optional(), data: z.unknown() })
const samples = z.object({
  result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) })),
})

export type Prometheus = {
  /** What a path of its HTTP API answers. Throws with Prometheus's own words when it is no success. */
  ask: (path: string, query?: Record<string, string>) => Promise<unknown>
  /** The value of an expression now: one number, or undefined when there is none. */
  value: (expression: string) => Promise<number | undefined>
  stop: () => Promise<void>
}

/** Starts a Prometheus with the settings that we document, but each second, of a clinic on this port of this machine. */
export async function startPrometheus(clinicPort: number, token: string): Promise<Prometheus> {
  const folder = mkdtempSync(path.join(tmpdir(), 'carnet-prometheus-'))
  const settings = readFileSync(path.join(documents, 'prometheus.yml'), 'utf8')
    .replaceAll(/_interval: \w+/g, '_interval: 1s')
    .replace('localhost:3000', `127.0.0.1:${clinicPort}`)
  writeFileSync(path.join(folder, 'prometheus.yml'), settings)
  writeFileSync(path.join(folder, 'metrics-token'), token)
  cpSync(path.join(documents, 'alerts.yml'), path.join(folder, 'alerts.yml'))
  const port = await freePort()
  const options = [`--web.listen-address=127.0.0.1:${port}`, '--storage.tsdb.path=data', '--log.level=error']
  const child = spawn('prometheus', ['--config.file=prometheus.yml', ...options], { cwd: folder, stdio: 'ignore' })
  const hasEnded = once(child, 'exit')

  const ask: Prometheus['ask'] = async (at, query = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/${at}?${new URLSearchParams(query)}`)
    const { status, error, data } = answer.parse(await response.json())
    if (status !== 'success') throw new Error(`${query.query ?? at}: ${error}`)
    return data
  }
  return {
    ask,
    async value(query) {
      const { result } = samples.parse(await ask('query', { query }))
      return result[0] && Number(result[0].value[1])
    },
    async stop() {
      child.kill()
      await hasEnded
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
