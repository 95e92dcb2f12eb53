import { useLocale, useTranslations } from 'next-intl'
import { Prose } from '@/components/ui/words/prose'
import { dayWithYear } from '@/lib/views/wording'

type ClinicTextProps = {
  title: string
  text: string
  owner: string
  /** ISO day; null for a draft that nobody has read again. */
  reviewedOn: string | null
}

/** A text that the clinic answers for, and who there does. */
export function ClinicText({ title, text, owner, reviewedOn }: ClinicTextProps) {
  const t = useTranslations('page_text')
  const locale = useLocale()
  return (
    <article className="narrow above-5 stack gap-5">
      <h1>{title}</h1>
      <div className="sheet padded">
        <Prose text={text} />
      </div>
      <p className="small mute">
        {t('owner', { owner })}
        {reviewedOn && (
          <>
            <br />
            {t('reviewed', { day: dayWithYear(`${reviewedOn}T12:00:00Z`, { locale, timeZone: 'UTC' }) })}
          </>
        )}
      </p>
    </article>
  )
}
