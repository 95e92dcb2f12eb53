import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { dayWords } from '@/lib/views/wording'
import { ConfirmAll } from './confirm-all'
import type { Request } from './request-card'
import styles from './requests.module.css'

type RequestDayProps = {
  /** ISO day. */
  day: string
  requests: readonly Request[]
  /** Absent where the only day is what the rail's own button confirms. */
  confirm?: (chosen: readonly Request[]) => void
  children: ReactNode
}

/** The requests for one day, under its name and with one button for all of them. */
export function RequestDay({ day, requests, confirm, children }: RequestDayProps) {
  const locale = useLocale()
  const id = `requests-${day}`
  return (
    <>
      <div className={styles.requestDay}>
        <h3 id={id} className="sentence">
          {dayWords(day, 'fullDay', locale)}
        </h3>
        {confirm && <ConfirmAll requests={requests} confirm={confirm} describedBy={id} />}
      </div>
      <ul className={styles.requestsOfDay} aria-labelledby={id}>
        {children}
      </ul>
    </>
  )
}
