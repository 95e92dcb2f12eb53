'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useKeys } from '@/components/ui/use-keys'
import styles from './find.module.css'
import { useEarlyLetters } from './use-early-letters'

const FindDialog = dynamic(() => import('./find-dialog').then((module) => module.FindDialog), { ssr: false })

/**
 * The way to anybody, on every page of the desk: a field that opens a dialog, as do `/` and ⌘K. Without a script it leads to
 * the page of patients.
 */
export function FindAnybody() {
  const t = useTranslations('patients')
  const [isOpen, setOpen] = useState(false)
  const takeEarly = useEarlyLetters(isOpen)
  useKeys({ find: () => setOpen(true) })
  useEffect(() => {
    // Also while somebody writes: it is no letter.
    const listener = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return (
    <>
      <Link
        prefetch={false}
        href="/patients"
        className={styles.opener}
        aria-keyshortcuts="/ Meta+K Control+K"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Search className="icon" aria-hidden="true" />
        <span className="visually-hidden">{t('find')}</span>
        <span className={styles.openerWord} aria-hidden="true">
          {t('find_short')} <kbd>/</kbd>
        </span>
      </Link>
      {isOpen && <FindDialog onClose={() => setOpen(false)} takeEarly={takeEarly} />}
    </>
  )
}
