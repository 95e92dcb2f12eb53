import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shownPhone } from '@/lib/domain/people/shown-phone'

/** Calls the clinic. The number stands on it where one may have to dial it on another phone. */
export function CallButton({ phone }: { phone: string }) {
  const t = useTranslations('status')
  return (
    <a className="button" href={`tel:${phone.replaceAll(' ', '')}`}>
      <Phone className="icon" aria-hidden="true" />
      <span>
        {t.rich('call_clinic', {
          phone: shownPhone(phone),
          number: (chunks) => <span className="not-on-phone">{chunks}</span>,
        })}
      </span>
    </a>
  )
}
