import styles from './chart.module.css'
import { chart, logX } from './chart-geometry'

type SpanChartProps = {
  /** What it shows, in a sentence with its numbers. */
  label: string
  /** The median, and what 95 and 99 of 100 stay under, in milliseconds. */
  rows: readonly { name: string; p50Ms: number; p95Ms: number; p99Ms: number }[]
}

const left = 96
const rowHeight = 27
const longestMs = 100_000
const powers = [
  [1, '1 ms'],
  [10, '10'],
  [100, '100'],
  [1_000, '1 s'],
  [10_000, '10 s'],
  [longestMs, '100 s'],
] as const

/**
 * How long each took, on a scale of powers of ten: a dot for the median, a stroke to where 95 of 100 are faster, and
 * a thin one on to where 99 are.
 */
export function SpanChart({ label, rows }: SpanChartProps) {
  return (
    <svg className={styles.chart} viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={label}>
      {powers.map(([ms, word]) => (
        <g key={ms}>
          <line className={styles.grid} x1={logX(ms, left)} x2={logX(ms, left)} y1="6" y2={chart.bottom} />
          <text x={logX(ms, left)} y={chart.height - 4} textAnchor={ms === longestMs ? 'end' : 'middle'}>
            {word}
          </text>
        </g>
      ))}
      {rows.map(({ name, p50Ms, p95Ms, p99Ms }, index) => {
        const y = 22 + index * rowHeight
        const [from, to, end] = [logX(p50Ms, left), logX(p95Ms, left), logX(p99Ms, left)]
        return (
          <g key={name}>
            <text className={styles.label} x="0" y={y + 4}>
              {name}
            </text>
            <line className={styles.whiskerLine} x1={to} x2={end} y1={y} y2={y} />
            <line className={styles.whiskerLine} x1={end} x2={end} y1={y - 3} y2={y + 3} />
            <line className={styles.penLine} x1={from} x2={to} y1={y} y2={y} />
            <line className={styles.penLine} x1={to} x2={to} y1={y - 5} y2={y + 5} />
            <circle className={styles.dot} cx={from} cy={y} r="5" />
          </g>
        )
      })}
    </svg>
  )
}
