import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { refusedNote } from '@/components/form/refused'
import styles from './book-for.module.css'

type UnusualNoteProps = {
  /** What is unusual about the hour, in words of the namespace. */
  warnings: readonly string[]
  doctor: string
  /** Whether it answers a press: then it is read aloud and has the focus. */
  isAnswer: boolean
  /** What is asked besides. */
  children?: ReactNode
}

/** What is unusual about an hour, before it is booked all the same. */
export function UnusualNote({ warnings, doctor, isAnswer, children }: UnusualNoteProps) {
  const t = useTranslations('book_for')
  return (
    <div className="note attention" {...(isAnswer && refusedNote)}>
      <TriangleAlert className="icon" aria-hidden="true" />
      <div className="grows">
        <p className="strong">{t('unusual')}</p>
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{t(`warn_${warning}` as 'warn_held', { doctor })}</li>
          ))}
        </ul>
        {children}
      </div>
    </div>
  )
}
