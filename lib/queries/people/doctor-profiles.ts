import type { Db } from '@/lib/db/client'
import { blankProfile, type DoctorProfile, type Sector } from '@/lib/domain/people/doctor-profile'
import { type SpokenLanguage, spokenLanguages } from '@/lib/domain/people/spoken-languages'

/** With the hash that names the photo's address; null where there is none. */
export type ShownProfile = DoctorProfile & { photo: string | null }

/** Returns what patients read of a doctor beside the name; nothing is said where nothing was written. */
export async function getDoctorProfile(db: Db, doctorId: string): Promise<ShownProfile> {
  const [row, photo] = await Promise.all([
    db.doctorProfile.findUnique({ where: { doctorId } }),
    db.doctorPhoto.findUnique({ where: { doctorId }, select: { hash: true } }),
  ])
  return { ...(row ? toProfile(row) : blankProfile), photo: photo?.hash ?? null }
}

/** Returns the bytes of the photo with this hash, a JPEG; undefined when it is nobody's any more. */
export async function findPhoto(db: Db, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Of two doctors with the same picture either has these bytes.
  const photo = await db.doctorPhoto.findFirst({ where: { hash }, select: { bytes: true } })
  return photo?.bytes
}

type Row = {
  aboutFr: string
  aboutEn: string
  languages: string[]
  sector: string | null
  feesFr: string
  feesEn: string
  takesNewPatients: boolean | null
}

function toProfile({ aboutFr, aboutEn, languages, sector, feesFr, feesEn, takesNewPatients }: Row): DoctorProfile {
  const isKnown = (code: string): code is SpokenLanguage => spokenLanguages.some((known) => known === code)
  return {
    about: { fr: aboutFr, en: aboutEn },
    languages: languages.filter(isKnown),
    sector: sector as Sector | null,
    fees: { fr: feesFr, en: feesEn },
    takesNewPatients,
  }
}
