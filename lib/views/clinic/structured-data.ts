import { mapUrlOf, partsOfAddress } from '@/lib/domain/address'
import { doctorName } from '@/lib/domain/people/doctor-name'
import { photoPath } from '@/lib/domain/people/photo'
import type { ClinicHours } from '@/lib/domain/schedule/clinic-hours'

type DescribedClinic = { name: string; address: string; phone: string; hours: readonly ClinicHours[] }
type DescribedDoctor = { slug: string; name: string; form: 'Dre' | 'Dr'; specialty: string }
type DescribedProfile = {
  photo: string | null
  about: { fr: string; en: string }
  languages: readonly string[]
  takesNewPatients: boolean | null
}

/** Where people reach the clinic, and the language a page is in. */
type Place = { home: string; locale: 'fr' | 'en' }

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** As schema.org calls them, as far as it does. */
const specialtiesThere: Record<string, string> = {
  general: 'PrimaryCare',
  pediatrics: 'Pediatric',
  cardiology: 'Cardiovascular',
  gynaecology: 'Gynecologic',
  dentistry: 'Dentistry',
  dermatology: 'Dermatology',
  endocrinology: 'Endocrine',
  gastroenterology: 'Gastroenterologic',
  geriatrics: 'Geriatric',
  neurology: 'Neurologic',
  orthopaedics: 'Musculoskeletal',
  otolaryngology: 'Otolaryngologic',
  psychiatry: 'Psychiatric',
  pulmonology: 'Pulmonary',
  radiology: 'Radiography',
  rheumatology: 'Rheumatologic',
  urology: 'Urologic',
}

/** Returns the clinic as search engines read it (schema.org `MedicalClinic`). */
export function clinicData({ name, address, phone, hours }: DescribedClinic, { home }: Place) {
  return {
    '@type': 'MedicalClinic',
    '@id': new URL('/#clinic', home).href,
    name,
    url: home,
    telephone: phone,
    address: addressData(address),
    hasMap: mapUrlOf(address),
    image: new URL('/og.png', home).href,
    openingHoursSpecification: hours.map(({ weekday, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${days[weekday - 1]}`,
      opens,
      closes,
    })),
  }
}

/** Returns a doctor of the clinic (schema.org `Physician`). */
export function doctorData(doctor: DescribedDoctor, profile: DescribedProfile, clinic: DescribedClinic, place: Place) {
  const { photo, about, languages, takesNewPatients } = profile
  const url = new URL(`/doctors/${doctor.slug}`, place.home).href
  const specialty = specialtiesThere[doctor.specialty]
  return {
    '@type': 'Physician',
    '@id': `${url}#doctor`,
    name: doctorName(doctor, place.locale),
    url,
    telephone: clinic.phone,
    address: addressData(clinic.address),
    ...(specialty && { medicalSpecialty: `https://schema.org/${specialty}` }),
    ...(about[place.locale] && { description: about[place.locale] }),
    ...(languages.length > 0 && { knowsLanguage: [...languages] }),
    ...(photo && { image: new URL(photoPath(photo), place.home).href }),
    ...(takesNewPatients !== null && { isAcceptingNewPatients: takesNewPatients }),
    parentOrganization: { '@id': new URL('/#clinic', place.home).href },
  }
}

/** Returns the text of a script that only holds data: nothing in it can end the script. */
export function asScript(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}

function addressData(address: string) {
  const parts = partsOfAddress(address)
  if (!parts) return address
  return {
    '@type': 'PostalAddress',
    streetAddress: parts.street,
    postalCode: parts.postcode,
    addressLocality: parts.town,
  }
}
