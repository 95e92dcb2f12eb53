'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import styles from './columns.module.css'

type SagaHeaderProps = {
  name: 'state' | 'visit' | 'tries' | 'since'
  sorted: false | 'asc' | 'desc'
  /** How it is put in order when it is pressed; not at all goes back to the failed first. */
  next: false | 'asc' | 'desc'
  params: Record<string, string>
}

/** A column's name, which puts the whole list in order by it: also what stands on other pages. */
export function SagaHeader({ name, sorted, next, params }: SagaHeaderProps) {
  const t = useTranslations('sagas')
  const { sort: _, ...rest } = params
  const query = next ? { ...rest, sort: next === 'asc' ? name : `-${name}` } : rest
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown
  return (
    <Link prefetch={false} scroll={false} className={styles.sorted} href={{ pathname: '/sagas', query }}>
      {t(name)}
      {sorted && <Arrow className="icon" aria-hidden="true" />}
    </Link>
  )
}
