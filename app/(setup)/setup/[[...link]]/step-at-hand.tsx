import { getLocale, getTranslations } from 'next-intl/server'
import { addFirstAdminAction } from '@/app/actions/setup/add-first-admin'
import { addFirstDoctorAction } from '@/app/actions/setup/add-first-doctor'
import { nameFirstClinicAction } from '@/app/actions/setup/name-first-clinic'
import { openFirstClinicAction } from '@/app/actions/setup/open-first-clinic'
import { setFirstHoursAction } from '@/app/actions/setup/set-first-hours'
import { tryMailAction } from '@/app/actions/setup/try-mail'
import { AdminStep } from '@/components/setup/admin-step'
import { ClinicStep } from '@/components/setup/clinic-step'
import { DoctorStep } from '@/components/setup/doctor-step'
import { HoursStep } from '@/components/setup/hours-step'
import { MailStep } from '@/components/setup/mail-step'
import { OpenStep } from '@/components/setup/open-step'
import type { Opening } from '@/lib/domain/opening/opening'
import type { SetUpStep } from '@/lib/domain/opening/steps'
import { env } from '@/lib/settings/env'
import { weekdayName } from '@/lib/views/clinic/opening-words'

type StepAtHandProps = { step: SetUpStep; opening: Opening; link: string }

/** The step that is to be done, with what was written in it before. */
export async function StepAtHand({ step, opening, link }: StepAtHandProps) {
  const [t, locale] = await Promise.all([getTranslations('setup'), getLocale()])
  const lead = <p className="soft above-1 below-4">{t(`lead_${step}`)}</p>
  return (
    <>
      {lead}
      {step === 'clinic' && (
        <ClinicStep
          action={nameFirstClinicAction}
          clinic={opening.clinic}
          link={link}
          timeZones={Intl.supportedValuesOf('timeZone')}
          locale={locale as 'fr' | 'en'}
        />
      )}
      {step === 'you' && <AdminStep action={addFirstAdminAction} admin={opening.admin} />}
      {step === 'doctor' && <DoctorStep action={addFirstDoctorAction} doctor={opening.doctor} locale={locale} />}
      {step === 'hours' && (
        <HoursStep action={setFirstHoursAction} days={[1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, locale))} />
      )}
      {step === 'mail' && (
        <MailStep action={tryMailAction} email={opening.admin?.email ?? ''} carrier={mailCarrier()} />
      )}
      {step === 'open' && (
        <OpenStep
          action={openFirstClinicAction}
          address={env().CARNET_URL}
          isMailTried={opening.mailTriedAt !== null}
        />
      )}
    </>
  )
}

/** Returns who carries mails, as this clinic is started; null when nobody does. */
function mailCarrier(): string | null {
  const { RESEND_API_KEY, SMTP_URL } = env()
  if (RESEND_API_KEY) return 'Resend'
  return SMTP_URL ? new URL(SMTP_URL).hostname : null
}
