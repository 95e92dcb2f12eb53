import type { ReactNode } from 'react'
import styles from './health.module.css'

type MetricCardProps = {
  title: string
  /** The number, and what it is of. */
  figure: string
  of: string
  children: ReactNode
}

/** One of the measures: its number first, then how it went over time. */
export function MetricCard({ title, figure, of, children }: MetricCardProps) {
  return (
    <figure className={`sheet ${styles.metric}`}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <p className={styles.figure}>
        {figure} <small>{of}</small>
      </p>
      {children}
    </figure>
  )
}
