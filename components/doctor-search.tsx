import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FocusKey } from './focus-key'

/** Finds a doctor by name. A plain form: the answer has an address of its own. */
export function DoctorSearch({ name }: { name: string | undefined }) {
  const t = useTranslations('landing')
  return (
    <search aria-label={t('find')}>
      <form action="/" className="findform">
        <label className="vh" htmlFor="name">
          {t('search')}
        </label>
        <span className="find">
          <Search className="icon" aria-hidden="true" />
          <input
            className="input"
            id="name"
            name="name"
            type="search"
            maxLength={100}
            placeholder={t('search')}
            defaultValue={name}
            key={name}
          />
        </span>
        <button type="submit" className="vh">
          {t('submit')}
        </button>
      </form>
      <FocusKey at="/" id="name" />
    </search>
  )
}
