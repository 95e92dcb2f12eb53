'use client'

import { Plus } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useGo } from '@/components/live/leaving'
import { useKeys } from '@/components/ui/use-keys'

/** The way to a new appointment, which the key R of the whole desk goes too. */
export function BookLink({ href }: { href: Route }) {
  const t = useTranslations('book_for')
  const go = useGo()
  useKeys({ book: () => go(href) })
  return (
    <Link prefetch={false} className="button pen" href={href}>
      <Plus className="icon" aria-hidden="true" /> {t('title')} <kbd className="not-on-phone">R</kbd>
    </Link>
  )
}
