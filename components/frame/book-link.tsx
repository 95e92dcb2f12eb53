'use client'

import { Plus } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useKeys } from '@/components/ui/use-keys'

/** The way to a new appointment, which the key R of the whole desk goes too. */
export function BookLink({ href }: { href: Route }) {
  const t = useTranslations('book_for')
  const router = useRouter()
  useKeys({ book: () => router.push(href) })
  return (
    <Link prefetch={false} className="button pen" href={href}>
      <Plus className="icon" aria-hidden="true" /> {t('title')} <kbd className="not-on-phone">R</kbd>
    </Link>
  )
}
