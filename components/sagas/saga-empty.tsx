import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { Tab } from './saga-tabs'

type SagaEmptyProps = {
  tab: Tab | null
  /** Whether more than the tab narrows the list. */
  isNarrowed: boolean
  /** When any saga last changed (ISO instant); null when there has been none. */
  lastAt: string | null
}

/** Why the list is empty, and what to do about it. */
export function SagaEmpty({ tab, isNarrowed, lastAt }: SagaEmptyProps) {
  const t = useTranslations('sagas')
  const href = { pathname: '/sagas', query: tab ? { tab } : {} } as const
  if (isNarrowed)
    return (
      <div className="sheet padded">
        <p className="strong">{t('empty_narrowed')}</p>
        <p className="soft">
          {t('empty_narrowed_what')} <Link href={href}>{t('show_all')}</Link>
        </p>
      </div>
    )
  return (
    <div className="sheet padded">
      <p className="strong">{t(lastAt ? `empty_${tab ?? 'all'}` : 'empty_all')}</p>
      <p className="soft">
        {t(lastAt ? `empty_${tab ?? 'all'}_what` : 'empty_all_what')}{' '}
        {lastAt && (
          <>
            {t('last')} <Time at={lastAt} form="short" />.
          </>
        )}
      </p>
    </div>
  )
}
