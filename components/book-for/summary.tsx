import { useLocale, useTranslations } from 'next-intl'
import { Dot } from '@/components/ui/dot'
import { Time } from '@/components/ui/time'
import { type Channel, channelNames } from '@/lib/domain/messages/channels'
import { doctorShortName } from '@/lib/domain/people/doctor-name'
import type { OfferedType } from './book-for'

type SummaryProps = {
  slot: string
  doctor: { name: string; form: 'Dre' | 'Dr' }
  type: OfferedType
  told: readonly Channel[]
}

/** What will happen, in a line: as it is chosen now, so only where a script follows the choice. */
export function Summary({ slot, doctor, type, told }: SummaryProps) {
  const t = useTranslations('book_for')
  const locale = useLocale() as 'fr' | 'en'
  const byWhat = channelNames.filter((channel) => told.includes(channel)).join('_') || 'nothing'
  return (
    <div className="needs-script">
      <p>
        {slot !== 'other' && (
          <>
            <b className="sentence">
              <Time at={slot} form="dayAndClock" />
            </b>
            <Dot />
          </>
        )}
        {doctorShortName(doctor, locale)}
        <Dot />
        {type.name[locale]}, {t('minutes', { minutes: type.minutes })}
      </p>
      <p className="small soft">
        {t('at_once')} {t(`told_${byWhat}` as 'told_nothing')}
      </p>
    </div>
  )
}
