import { Search } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/form/submit-button'
import { limits } from '@/lib/domain/limits'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { plans, type SagaType } from '@/lib/domain/saga/plans'
import styles from './sagas.module.css'

const periods = ['day', 'week', 'month'] as const

type SagaFiltersProps = {
  doctors: readonly { slug: string; name: string; form: 'Dre' | 'Dr' }[]
  /** What the list is narrowed to now. */
  params: Record<string, string>
  search: string
  action: (form: FormData) => Promise<void>
}

/** What the list is narrowed to. It is posted, not put into the address by the browser: a name may be in it. */
export function SagaFilters({ doctors, params, search, action }: SagaFiltersProps) {
  const t = useTranslations('sagas')
  const ty = useTranslations('saga_type')
  const locale = useLocale()
  const { tab = '', cause = '', sort = '', without = '', ...narrowed } = params
  const types = (Object.keys(plans) as SagaType[]).map((type) => [type, ty(type)] as const)
  const named = doctors.map((doctor) => [doctor.slug, doctorName(doctor, locale)] as const)
  const spans = periods.map((period) => [period, t(`period_${period}`)] as const)
  return (
    <search aria-label={t('filters')}>
      <form className={styles.tools} action={action} key={JSON.stringify([params, search])}>
        {Object.entries({ tab, cause, sort, without }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label className="search">
          <span className="visually-hidden">{t('search')}</span>
          <Search className="icon" aria-hidden="true" />
          <input
            className="input"
            type="search"
            name="q"
            maxLength={limits.search}
            placeholder={t('search')}
            defaultValue={search}
            autoComplete="off"
          />
        </label>
        <Choice name="type" label={t('by_type')} any={t('any_type')} options={types} value={narrowed.type} />
        <Choice name="doctor" label={t('by_doctor')} any={t('any_doctor')} options={named} value={narrowed.doctor} />
        <Choice name="period" label={t('by_period')} any={t('any_period')} options={spans} value={narrowed.period} />
        <SubmitButton className="button" pending={t('showing')}>
          {t('show')}
        </SubmitButton>
        {(cause || search || Object.keys(narrowed).length > 0) && (
          <Link prefetch={false} className="button bare" href={{ pathname: '/sagas', query: tab ? { tab } : {} }}>
            {t('show_all')}
          </Link>
        )}
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: string
  label: string
  any: string
  options: readonly (readonly [value: string, word: string])[]
  value: string | undefined
}

function Choice({ name, label, any, options, value = '' }: ChoiceProps) {
  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <select className="input" name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}
