import { KeyRound } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

const reasons = ['older', 'over', 'replaced', 'sent'] as const

/** Why a link to a visit no longer opens its page, for whoever it led here, and what to do instead. */
export function ClosedLink({ because }: { because: string | undefined }) {
  const t = useTranslations('closed_link')
  const reason = reasons.find((known) => known === because)
  if (!reason) return null
  return (
    <p className="note waiting above-3 below-3" role="status">
      <KeyRound className="icon" aria-hidden="true" />
      <span>
        {t(reason)} {reason === 'over' && <Link href="/">{t('book')}</Link>}
      </span>
    </p>
  )
}
