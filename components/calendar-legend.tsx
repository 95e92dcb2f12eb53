import { useTranslations } from 'next-intl'

const signs = ['sure', 'asked', 'past', 'attention', 'undone'] as const

/** What the patterns of the grid mean. */
export function CalendarLegend() {
  const t = useTranslations('calendar')
  return (
    <ul className="legend">
      {signs.map((sign) => (
        <li key={sign}>
          <i className={`sw ${sign}`} />
          {t(`legend_${sign}`)}
        </li>
      ))}
    </ul>
  )
}
