'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { setDoctorProfile } from '@/lib/commands/people/set-doctor-profile'
import { db } from '@/lib/db/client'
import { sectors } from '@/lib/domain/people/doctor-profile'
import { spokenLanguages } from '@/lib/domain/people/spoken-languages'
import { findDoctorBySlug } from '@/lib/queries/people/doctors'
import { choice, filledIn, form, read, text } from '@/lib/web/fields'
import { formAction } from '@/lib/web/form-action'
import type { FormAnswer } from '@/lib/web/form-answer'
import { mayPress } from '../may-press'

const words = text({ limit: 'words' })
const line = text({ limit: 'line' })
const answers = { not_said: null, yes: true, no: false } as const
const profile = form({
  doctor: filledIn(100, 'doctor_unknown'),
  ...{ aboutFr: words, aboutEn: words, feesFr: line, feesEn: line },
  sector: read(choice(['not_said', ...sectors]), (said) => (said === 'not_said' ? null : said)),
  newPatients: read(choice(['not_said', 'yes', 'no']), (said) => answers[said]),
})

/** The admin changes what patients read of a doctor beside the name. */
export async function setDoctorProfileAction(_: FormAnswer, data: FormData): Promise<FormAnswer> {
  await mayPress('setDoctorProfile')
  return formAction(profile, data, async ({ doctor: slug, sector, newPatients, ...typed }) => {
    const doctor = (await findDoctorBySlug(db(), slug)) ?? notFound()
    await setDoctorProfile(db(), doctor.id, {
      about: { fr: typed.aboutFr, en: typed.aboutEn },
      fees: { fr: typed.feesFr, en: typed.feesEn },
      languages: spokenLanguages.filter((code) => data.has(`speaks_${code}`)),
      sector,
      takesNewPatients: newPatients,
    })
    revalidatePath(`/clinic/people/${slug}/profile`)
    return []
  })
}
