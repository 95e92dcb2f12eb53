'use client'

import { Cookie } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** Where somebody signs in: that it takes cookies, when this browser keeps none. `areLost`: one was set, and did not come back. */
export function CookieNote({ areLost }: { areLost: boolean }) {
  const t = useTranslations('signin')
  const [areRefused, setRefused] = useState(areLost)
  useEffect(() => {
    if (!keepsCookies()) setRefused(true)
  }, [])
  if (!areRefused) return null
  return (
    <p className="note attention below-3" role="alert">
      <Cookie className="icon" aria-hidden="true" />
      <span>{t('cookies')}</span>
    </p>
  )
}

function keepsCookies(): boolean {
  const probe = 'carnet-probe=kept'
  // biome-ignore lint/suspicious/noDocumentCookie: whether it is kept is the question, and only this way answers at once
  document.cookie = `${probe}; path=/; samesite=lax; max-age=5`
  return document.cookie.includes(probe)
}
