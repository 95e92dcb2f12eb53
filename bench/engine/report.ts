import { availableParallelism, cpus } from 'node:os'
import { isoNow } from '@/lib/iso-now'
import { figures, type Outcome } from './figures'
import type { Recovery } from './kill-under-load'
import { versionOf } from './peers'
import { few } from './take-turn'

type Run = { postgresVersion: string; loadBefore: number; seconds: string; rounds: string; kill: string }

/** The table of everything, how Carnet compares, and what was not run and why; Markdown. */
export function report(
  outcomes: readonly Outcome[],
  { postgresVersion, loadBefore, seconds, rounds, kill }: Run,
): string {
  const measured = outcomes.filter(({ turns }) => turns.length > 0)
  const versions = measured.flatMap(({ plan }) => (plan.from ? [versionOf(plan.from)] : []))
  const software = [`Node ${process.versions.node}`, `Postgres ${postgresVersion}`, ...versions]
  const missing = outcomes.filter(({ notRun }) => notRun)
  const lines = [
    '# The engine’s benchmark',
    '',
    `Written by \`npm run bench:engine\` on ${isoNow().slice(0, 10)}: ${cpus()[0]?.model.trim()},`,
    `${availableParallelism()} cores, ${software.join(', ')}.`,
    `${rounds} rounds of ${seconds} s a measurement, in turns, all on the same Postgres. Load of the machine before: ${loadBefore.toFixed(1)}.`,
    '',
    ...table([
      ['a workflow of 5 steps', ...measured.map(({ plan }) => plan.title)],
      ...Object.values(figures).map(({ title, of, digits }) => [
        title,
        ...measured.map((engine) => show(of(engine), digits)),
      ]),
      ...killedRows(measured, kill),
    ]),
    '',
    `Latencies count from handing the work over, one workflow at a time. Costs are a workflow’s, with ${few} in flight unless it`,
    'says alone; in those of Carnet and graphile-worker is what the bench does to see that a workflow is recorded. Restate',
    'keeps its records in files of its own: its transactions and WAL are those of the five rows. Nothing takes up what the',
    'bare floor leaves, and graphile-worker keeps a dead worker’s jobs locked for four hours: neither is killed.',
    ...ratios(measured),
    ...(missing.length > 0
      ? ['', ...missing.map(({ plan, notRun }) => `- ${plan.title}: not run: ${notRun?.split('\n')[0]}`)]
      : []),
    '',
  ]
  return lines.join('\n')
}

function killedRows(measured: readonly Outcome[], count: string): string[][] {
  if (measured.every(({ recovery }) => !recovery)) return []
  const row = (title: string, of: (recovery: Recovery) => string) => [
    title,
    ...measured.map(({ recovery }) => (recovery ? of(recovery) : '–')),
  ]
  return [
    row(`all killed amid ${count}: still open`, ({ open }) => show(open, 0)),
    row('all done after the restart, s', ({ seconds }) => show(seconds, 1)),
    row('steps done twice', ({ repeated }) => show(repeated, 0)),
    row('never done', ({ lost }) => show(lost, 0)),
  ]
}

/** Carnet's figures divided by everybody else's. */
function ratios(measured: readonly Outcome[]): string[] {
  const carnet = measured.find(({ plan }) => plan.name === 'carnet')
  const others = measured.filter((engine) => engine !== carnet)
  if (!carnet || others.length === 0) return []
  const { record50, fewPerSecond, manyPerSecond, cpu } = figures
  const rows = [record50, fewPerSecond, manyPerSecond, cpu].map(({ title, of }) => [
    title,
    ...others.map((engine) => show(of(carnet) / of(engine), 2)),
  ])
  return ['', ...table([['Carnet ÷', ...others.map(({ plan }) => plan.title)], ...rows])]
}

function show(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–'
}

/** The first row is the head; as wide as it must be to be read as it is. */
function table(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = rows
  return [line(head), line(rule), ...body.map(line)]
}
