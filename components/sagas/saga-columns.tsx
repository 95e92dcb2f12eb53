'use client'

import { Check, Columns3 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './columns.module.css'

type SagaColumnsProps = {
  /** The columns that can be left out, and those of them that are. */
  spare: readonly SpareName[]
  without: readonly SpareName[]
  /** The list's address. */
  params: Record<string, string>
}

type SpareName = 'step' | 'why' | 'tries' | 'since'

/** Which columns are shown: it stands in the address, so a list that is passed on looks the same. */
export function SagaColumns({ spare, without, params }: SagaColumnsProps) {
  const t = useTranslations('sagas')
  const tl = useTranslations('saga_list')
  const toggled = (name: SpareName) => {
    const left = spare.filter((column) => without.includes(column) !== (column === name))
    const { without: _, ...rest } = params
    return left.length > 0 ? { ...rest, without: left.join('.') } : rest
  }
  return (
    <details className={`${styles.columns} not-on-phone`}>
      <summary className="button">
        <Columns3 className="icon" aria-hidden="true" /> {tl('columns')}
      </summary>
      <ul className="sheet">
        {spare.map((name) => (
          <li key={name}>
            <Link prefetch={false} scroll={false} href={{ pathname: '/sagas', query: toggled(name) }}>
              <span aria-hidden="true">{!without.includes(name) && <Check className="icon" />}</span>
              <span className="visually-hidden">{tl(without.includes(name) ? 'bring_column' : 'leave_column')} </span>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
