import { TriangleAlert } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { VisitType } from '@/lib/domain/schedule/doctor-schedule'
import { stepHoles } from '@/lib/domain/schedule/step-holes'

type DoctorTypesProps = {
  types: readonly VisitType[]
  /** Every how many minutes a visit may begin. */
  stepMinutes: number
  /** Where they are changed; null for whoever may not. */
  path: Route | null
}

/** What the doctor can be visited for, and what of their hours it leaves to nobody. */
export function DoctorTypes({ types, stepMinutes, path }: DoctorTypesProps) {
  const t = useTranslations('doctor_types')
  const locale = useLocale() as 'fr' | 'en'
  const { holes, better } = stepHoles(stepMinutes, types)
  return (
    <section className="sheet padded stack gap-3" aria-labelledby="own-types">
      <h2 id="own-types">{t('title')}</h2>
      <ul className="stack gap-2">
        {types.map(({ id, name, minutes, beforeMinutes: before, afterMinutes: after, autoConfirm }) => (
          <li key={id}>
            <span className="strong">{name[locale]}</span>{' '}
            <span className="small soft">
              {t('length', { minutes })}
              {before + after > 0 && ` ${t('kept', { before, after })}`} · {t(autoConfirm ? 'at_once' : 'by_you')}
            </span>
          </li>
        ))}
      </ul>
      {holes.length > 0 && (
        <div className="note attention">
          <TriangleAlert className="icon" aria-hidden="true" />
          <div className="stack gap-1">
            <p className="strong">{t('holes', { step: stepMinutes })}</p>
            <ul>
              {holes.map(({ type, minutes }) => (
                <li key={type.id}>{t('hole', { type: type.name[locale], minutes })}</li>
              ))}
            </ul>
            {better && <p>{t('better', { step: better })}</p>}
          </div>
        </div>
      )}
      {path ? (
        <p>
          <Link prefetch={false} className="button" href={path}>
            {t('change')}
          </Link>
        </p>
      ) : (
        <p className="small soft">{t('ask')}</p>
      )}
    </section>
  )
}
