import { OctagonX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { refusedNote } from './refused'

/** The apology for a fault of ours, with the reference that finds it in the log. */
export function FaultNote({ reference }: { reference: string | undefined }) {
  const t = useTranslations('page')
  if (!reference) return null
  return (
    <div className="note failed" {...refusedNote}>
      <OctagonX className="icon" aria-hidden="true" />
      <div>
        <p className="strong">{t('fault')}</p>
        <p>{t('fault_body', { reference })}</p>
      </div>
    </div>
  )
}
