import { FileText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import styles from './preparation.module.css'
import { Prose } from './prose'

/** What to bring to a visit, and how to prepare for it. Nothing where nothing is asked. */
export function Preparation({ text }: { text: string }) {
  const t = useTranslations('profile')
  if (!text) return null
  return (
    <div className={`small ${styles.preparation}`}>
      <FileText className="icon" aria-hidden="true" />
      <div>
        <span className="visually-hidden">{t('prepare')}</span>
        <Prose text={text} as="h3" />
      </div>
    </div>
  )
}
