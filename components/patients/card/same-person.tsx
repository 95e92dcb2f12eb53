import { Users } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/form/act-form'
import { Time } from '@/components/ui/time'
import type { Agreement } from '@/lib/domain/patient/may-be-same'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import type { FormAction } from '@/lib/web/form-answer'
import styles from './card.module.css'

/** What two records are compared by, as people read it. Instants are ISO strings. */
type Compared = {
  id: string
  name: string
  birthDate: string | null
  phone: string | null
  email: string | null
  createdAt: string
}

type SamePersonProps = {
  own: Compared
  other: Compared
  agrees: readonly Agreement[]
  /** Made with the page: pressing twice is once. */
  requestId: string
  merge: FormAction
  keepApart: FormAction
}

/** Another record that may be of the same person, trait by trait, for somebody to decide. Both answers can be taken back. */
export function SamePerson({ own, other, agrees, requestId, merge, keepApart }: SamePersonProps) {
  const t = useTranslations('patients')
  const td = useTranslations('doctor_visit')
  const row = (name: string, shown: (record: Compared) => string | null) => {
    const values = [shown(own), shown(other)]
    const differs = values[0] !== values[1]
    return (
      <tr>
        <th scope="row">{name}</th>
        {[own.id, other.id].map((id, at) => (
          <td key={id} className={differs ? styles.differs : undefined}>
            {values[at] ?? <span className="mute">{td('not_given')}</span>}
          </td>
        ))}
      </tr>
    )
  }
  const sent = { rootId: own.id, aliasId: other.id }
  return (
    <section className={`sheet attention ${styles.same}`} aria-label={t('same_title')}>
      <h2>
        <Users className="icon" aria-hidden="true" /> {t('same_title')}
      </h2>
      <p className="small soft">{t('same_why', { what: agrees.map((what) => t(`same_${what}`)).join(', ') })}</p>
      <div className={styles.table}>
        <table>
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{t('trait')}</span>
              </th>
              <th scope="col">{t('this_record')}</th>
              <th scope="col">
                <Link prefetch={false} href={`/patients/${other.id}` as Route}>
                  {t('other_record')}
                </Link>
              </th>
            </tr>
          </thead>
          <tbody>
            {row(t('name'), ({ name }) => name)}
            {row(t('birth_date'), ({ birthDate }) => birthDate?.split('-').reverse().join('/') ?? null)}
            {row(td('phone'), ({ phone }) => phone && shownPhone(phone))}
            {row(td('email'), ({ email }) => email)}
            <tr>
              <th scope="row">{t('since')}</th>
              {[own, other].map(({ id, createdAt }) => (
                <td key={id}>
                  <Time at={createdAt} form="dayWithYear" />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div className={styles.answers}>
        <ActForm
          action={merge}
          sent={{ requestId, ...sent }}
          submit={t('merge')}
          pending={t('merging')}
          className="button pen"
        />
        <ActForm action={keepApart} sent={sent} submit={t('apart')} pending={t('merging')} className="button" />
      </div>
      <p className="small mute">{t('reversible')}</p>
    </section>
  )
}
