import styles from './chart.module.css'
import { ChartAxes } from './chart-axes'
import { chart, roundUp, xOf, yOf } from './chart-geometry'

type BarChartProps = {
  /** What it shows, in a sentence with its numbers. */
  label: string
  /** A bar for each part: how high, and how much of it from the bottom on is of the other kind. */
  bars: readonly { count: number; asked: number }[]
  parts: readonly string[]
}

/** Numbers over time as bars of two kinds, drawn by the server. */
export function BarChart({ label, bars, parts }: BarChartProps) {
  const high = Math.max(roundUp(Math.max(...bars.map(({ count }) => count), 0)), 2)
  const ticks = (high % 2 === 0 ? [0, high / 2, high] : [0, high]).map((value) => ({ value, word: String(value) }))
  const width = Math.min(((chart.right - chart.left) / bars.length) * 0.6, 14)
  const bar = (look: 'bar' | 'secondBar', index: number, from: number, to: number) => (
    <rect
      key={`${look}${index}`}
      className={styles[look]}
      x={xOf(index, bars.length) - width / 2}
      y={yOf(to, 0, high)}
      width={width}
      height={yOf(from, 0, high) - yOf(to, 0, high)}
      rx={Math.min(2, width / 3)}
    />
  )
  return (
    <svg className={styles.chart} viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={label}>
      <ChartAxes low={0} high={high} ticks={ticks} parts={parts} />
      {bars.map(({ count, asked }, index) => count > asked && bar('bar', index, asked, count))}
      {bars.map(({ asked }, index) => asked > 0 && bar('secondBar', index, 0, asked))}
    </svg>
  )
}
