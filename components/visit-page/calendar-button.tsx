import { CalendarPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Puts a visit into one's own calendar, whichever opens the file. `path` is the visit's own page. */
export function CalendarButton({ path, className = 'button' }: { path: string; className?: string }) {
  const t = useTranslations('change')
  return (
    <a className={className} href={`/api${path}/visit.ics`} download>
      <CalendarPlus className="icon" aria-hidden="true" />
      {t('add_to_calendar')}
    </a>
  )
}
