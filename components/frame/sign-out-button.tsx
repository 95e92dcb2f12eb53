'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { forgetDays } from '@/components/ui/kept-days'

/** Ends the session, and with it what this browser keeps of the clinic's days. */
export function SignOutButton() {
  const t = useTranslations('desk')
  return (
    <button
      type="submit"
      className="button bare compact"
      aria-label={t('sign_out')}
      title={t('sign_out')}
      onClick={() => void forgetDays()}
    >
      <LogOut className="icon" aria-hidden="true" />
    </button>
  )
}
