import styles from './chart.module.css'
import { ChartAxes } from './chart-axes'
import { chart, linePath, xOf, yOf } from './chart-geometry'

type LineChartProps = {
  /** What it shows, in a sentence with its numbers. */
  label: string
  values: readonly (number | null)[]
  /** A second line, dashed, and a third, dotted. */
  others?: readonly (readonly (number | null)[])[]
  low: number
  high: number
  ticks: readonly { value: number; word: string }[]
  parts: readonly string[]
  word: (value: number) => string
}

const looks = ['dashedLine', 'dottedLine'] as const

/** One to three lines over time, drawn by the server. The last value is written beside its dot. */
export function LineChart({ label, values, others = [], low, high, ticks, parts, word }: LineChartProps) {
  const at = values.findLastIndex((value) => value !== null)
  const last = values[at]
  const x = xOf(at, values.length)
  return (
    <svg className={styles.chart} viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={label}>
      <ChartAxes low={low} high={high} ticks={ticks} parts={parts} />
      {others.map((line, index) => (
        <path key={looks[index]} className={styles[looks[index] ?? 'dottedLine']} d={linePath(line, low, high)} />
      ))}
      <path className={styles.penLine} d={linePath(values, low, high)} />
      {typeof last === 'number' && (
        <>
          <circle className={styles.dot} cx={x} cy={yOf(last, low, high)} r="5" />
          <text className={styles.label} x={x - 9} y={Math.max(yOf(last, low, high) - 8, 11)} textAnchor="end">
            {word(last)}
          </text>
        </>
      )}
    </svg>
  )
}
