import { useTranslations } from 'next-intl'
import { isSlotFree, type Standing } from '@/lib/domain/appointment/standing'
import styles from './calendar.module.css'

const signs = ['sure', 'asked', 'past', 'attention', 'undone'] as const

/** What the patterns of the grid mean; that of what was undone only where there is one. */
export function CalendarLegend({ standings }: { standings: readonly Standing[] }) {
  const t = useTranslations('calendar')
  const isUndone = standings.some((standing) => isSlotFree(standing) || standing === 'undoing')
  return (
    <ul className={`not-printed ${styles.legend}`}>
      {signs
        .filter((sign) => sign !== 'undone' || isUndone)
        .map((sign) => (
          <li key={sign}>
            <i className={`${styles.swatch} ${styles[sign] ?? ''}`} />
            {t(`legend_${sign}`)}
          </li>
        ))}
    </ul>
  )
}
