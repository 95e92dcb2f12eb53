'use client'

import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Time } from '@/components/ui/time'
import { isoNow } from '@/lib/iso-now'

/** What stands on paper alone: where it comes from, when it was printed, and that it is nobody else's to read. */
export function DayPrint({ clinic, now }: { clinic: string; now: string }) {
  const t = useTranslations('day')
  const [at, setAt] = useState(now)
  useEffect(() => {
    const print = () => flushSync(() => setAt(isoNow()))
    window.addEventListener('beforeprint', print)
    return () => window.removeEventListener('beforeprint', print)
  }, [])
  return (
    <p className="print-only below-3">
      {t.rich('printed', { clinic, when: () => <Time key="when" at={at} form="dayAndClock" /> })}
    </p>
  )
}

/** Prints the page. */
export function PrintButton() {
  const t = useTranslations('day')
  return (
    <button type="button" className="button needs-script not-on-phone" onClick={() => window.print()}>
      <Printer className="icon" aria-hidden="true" />
      {t('print')}
    </button>
  )
}
