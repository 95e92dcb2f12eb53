import { shownPhone } from '@/lib/domain/people/shown-phone'

/** A number that can be pressed. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="one-line" href={`tel:${phone.replaceAll(' ', '')}`}>
      {shownPhone(phone)}
    </a>
  )
}
