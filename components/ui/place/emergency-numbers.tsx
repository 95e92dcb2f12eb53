import { useTranslations } from 'next-intl'
import { Fragment } from 'react'

/** Whom to call when a life is in danger. Nothing where the clinic names nobody. */
export function EmergencyNumbers({ numbers }: { numbers: readonly string[] }) {
  const t = useTranslations('place')
  if (numbers.length === 0) return null
  return (
    <p>
      {t.rich('emergency_call', {
        numbers: () =>
          numbers.map((number, index) => (
            <Fragment key={number}>
              {index > 0 && (index === numbers.length - 1 ? ` ${t('or')} ` : ', ')}
              <a className="one-line strong" href={`tel:${number.replaceAll(' ', '')}`}>
                {number}
              </a>
            </Fragment>
          )),
      })}
    </p>
  )
}
