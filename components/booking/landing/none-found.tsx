import type { Route } from 'next'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DoctorName } from '@/components/ui/doctor-name'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Findable } from '@/lib/domain/find/find-care'
import type { Meant } from '@/lib/domain/find/nearest-names'
import type { SoonestOf } from '@/lib/views/landing/soonest-by-specialty'

type NoneFoundProps = {
  typed: string
  /** What comes near to what was typed, the likeliest first. */
  meant: readonly Meant<Findable & { slug: string; form: 'Dre' | 'Dr' }>[]
  specialties: readonly SoonestOf[]
  phone: string
}

/** Where nothing answers to a text: what may have been meant, what there is, and somebody to ask. */
export function NoneFound({ typed, meant, specialties, phone }: NoneFoundProps) {
  const t = useTranslations('landing')
  const ts = useTranslations('specialty')
  const locale = useLocale() as 'fr' | 'en'
  const specialtyLink = (specialty: string) => (
    <Link prefetch={false} className="strong" href={{ pathname: '/', query: { specialty } }}>
      {ts(specialty as 'general')}
    </Link>
  )
  return (
    <section className="sheet padded stack gap-4" aria-labelledby="none-found">
      <h2 id="none-found">{t('none_found', { typed })}</h2>
      {meant.length > 0 && (
        <div className="stack gap-2">
          <p>{t('meant')}</p>
          <ul className="stack gap-2">
            {meant.map((one) => (
              <li key={JSON.stringify(one)}>
                {'doctor' in one ? (
                  <Link prefetch={false} className="strong" href={`/doctors/${one.doctor.slug}` as Route}>
                    <DoctorName doctor={one.doctor} />
                  </Link>
                ) : 'specialty' in one ? (
                  specialtyLink(one.specialty)
                ) : (
                  <Link
                    prefetch={false}
                    className="strong"
                    href={{ pathname: '/', query: { q: one.type.name[locale] } }}
                  >
                    {one.type.name[locale]}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="stack gap-2">
        <p>{t('choose_specialty')}</p>
        <ul className="row">
          {specialties.map(({ specialty }) => (
            <li key={specialty}>{specialtyLink(specialty)}</li>
          ))}
        </ul>
      </div>
      <p>{t.rich('or_call', { phone: () => <PhoneLink phone={phone} /> })}</p>
    </section>
  )
}
