import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ClosureChoice } from '@/lib/domain/schedule/closure'
import type { HitVisit, Proposals } from './closing'
import styles from './closure.module.css'

export type PreviewOf = (asked: {
  visit: string
  to: string | null
  reason: string
}) => Promise<{ subject: string; text: string } | null>

type ClosurePreviewProps = {
  preview: PreviewOf
  visits: readonly HitVisit[]
  choiceOf: (visit: HitVisit) => ClosureChoice
  proposals: Proposals | undefined
  reason: string
}

/** Typing has paused for so long. */
const pauseMs = 500

/** The very mail that one of them gets, and the next one's at a press. */
export function ClosurePreview({ preview, visits, choiceOf, proposals, reason }: ClosurePreviewProps) {
  const t = useTranslations('closure')
  const [at, setAt] = useState(0)
  const [mail, setMail] = useState<Awaited<ReturnType<PreviewOf>>>(null)
  const told = visits.filter((visit) => {
    const choice = choiceOf(visit)
    return visit.isReachable && (choice === 'rebook' || (choice === 'move' && proposals?.[visit.id]))
  })
  const shown = told[at % Math.max(1, told.length)]
  const visit = shown?.id
  const to = (shown && choiceOf(shown) === 'move' && proposals?.[shown.id]) || null

  useEffect(() => {
    if (!visit) return
    let isOver = false
    const timer = setTimeout(() => {
      preview({ visit, to, reason }).then(
        (read) => isOver || setMail(read),
        () => {},
      )
    }, pauseMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [preview, visit, to, reason])

  if (!shown || !mail) return null
  return (
    <section className="stack gap-2" aria-labelledby="closure-mail">
      <div className={styles.mailHead}>
        <h3 id="closure-mail">{t('reads', { patient: shown.patientName })}</h3>
        {told.length > 1 && (
          <button type="button" className="button compact bare" onClick={() => setAt(at + 1)}>
            {t('next')}
          </button>
        )}
      </div>
      <p className="strong">{mail.subject}</p>
      <p className={`small ${styles.mail}`}>{mail.text}</p>
    </section>
  )
}
