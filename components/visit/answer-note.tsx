import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/ui/phone-link'
import { theDoctor } from '@/lib/domain/people/doctor-name'
import { upperFirst } from '@/lib/domain/people/upper-first'
import { daysAway } from '@/lib/views/visit-page/days-away'
import { dayOf, spokenClock, unbroken } from '@/lib/views/wording'

type AnswerNoteProps = {
  doctor: { name: string; form: 'Dre' | 'Dr' }
  /** By when the doctor is expected to answer (ISO instant); undefined when nobody can say. */
  by: string | undefined
  /** Of the visit that is asked for. */
  startsAt: string
  now: string
  phone: string
}

/** When somebody who asks for a visit can expect the doctor's answer, and whom to call when it is late. */
export function AnswerNote({ doctor, by, startsAt, now, phone }: AnswerNoteProps) {
  const t = useTranslations('answer')
  const place = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const TheDoctor = upperFirst(unbroken(theDoctor(doctor, place.locale)))
  if (!by || by >= startsAt) return t('before_visit', { TheDoctor })
  if (by <= now) return t.rich('late', { phone: () => <PhoneLink phone={phone} /> })
  const days = daysAway(by, now, place.timeZone)
  const day = days > 1 ? t('on', { day: unbroken(dayOf(by, place)) }) : t(days === 1 ? 'tomorrow' : 'today')
  return t('expected', { TheDoctor, day, time: spokenClock(by, place) })
}
