import styles from './chart.module.css'
import { chart, xOf, yOf } from './chart-geometry'

type ChartAxesProps = {
  low: number
  high: number
  /** The values that have a line, each with its words. */
  ticks: readonly { value: number; word: string }[]
  /** What each part is called; the first, the last and one between are written. */
  parts: readonly string[]
}

/** The lines to read a value by, and the days or hours under them. */
export function ChartAxes({ low, high, ticks, parts }: ChartAxesProps) {
  const shown = [0, Math.floor((parts.length - 1) / 2), parts.length - 1]
  return (
    <>
      {ticks.map(({ value, word }) => (
        <g key={value}>
          <line
            className={styles.grid}
            x1={chart.left}
            x2={chart.right}
            y1={yOf(value, low, high)}
            y2={yOf(value, low, high)}
          />
          <text x={chart.left - 6} y={yOf(value, low, high) + 4} textAnchor="end">
            {word}
          </text>
        </g>
      ))}
      {shown.map((index, place) => (
        <text
          key={index}
          x={place === 0 ? chart.left : place === 2 ? chart.right : xOf(index, parts.length)}
          y={chart.height - 4}
          textAnchor={(['start', 'middle', 'end'] as const)[place]}
        >
          {parts[index]}
        </text>
      ))}
    </>
  )
}
