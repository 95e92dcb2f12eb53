import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './sagas.module.css'

const tabs = ['attention', 'undone', 'retrying', 'running', 'done'] as const
export type Tab = (typeof tabs)[number]

type SagaTabsProps = {
  current: Tab | null
  counts: Record<Tab, number>
  /** The address of the list without its tab and page. */
  params: Record<string, string>
}

/** The list by state, each with its number; the first holds all of them, the failed before the others. */
export function SagaTabs({ current, counts, params }: SagaTabsProps) {
  const t = useTranslations('sagas')
  const href = (tab?: Tab) => ({ pathname: '/sagas', query: { ...params, ...(tab && { tab }) } }) as const
  return (
    <nav className={styles.tabs} aria-label={t('tabs')}>
      <Link prefetch={false} href={href()} aria-current={current === null ? 'page' : undefined}>
        {t('tab_all')}
      </Link>
      {tabs.map((tab) => (
        <Link prefetch={false} key={tab} href={href(tab)} aria-current={current === tab ? 'page' : undefined}>
          {t(`tab_${tab}`)}{' '}
          <span className={tab === 'attention' && counts[tab] > 0 ? 'count' : 'count quiet'}>{counts[tab]}</span>
        </Link>
      ))}
    </nav>
  )
}
