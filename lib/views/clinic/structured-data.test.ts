import { expect, test } from 'vitest'
import { clinic, doctors } from '@/prisma/demo/cast'
import { asScript, clinicData, doctorData } from './structured-data'

const at = { home: 'https://lilas.example', locale: 'fr' } as const
const described = { ...clinic, hours: [{ weekday: 1, opens: '08:30', closes: '19:00' }] }
const profile = { photo: null, about: { fr: '', en: '' }, languages: [], takesNewPatients: null }

test('a doctor is a physician of the clinic, with what is known and nothing that is not', () => {
  expect(doctorData(doctors.helene, profile, described, at)).toEqual({
    '@type': 'Physician',
    '@id': 'https://lilas.example/doctors/helene-vasseur#doctor',
    name: 'Dre Hélène Vasseur',
    url: 'https://lilas.example/doctors/helene-vasseur',
    telephone: clinic.phone,
    address: {
      '@type': 'PostalAddress',
      streetAddress: '12 rue du Garde-Chasse',
      postalCode: '93260',
      addressLocality: 'Les Lilas',
    },
    medicalSpecialty: 'https://schema.org/Pediatric',
    parentOrganization: { '@id': 'https://lilas.example/#clinic' },
  })
})

test('the clinic says its hours by weekday, under the address where people reach it', () => {
  expect(clinicData(described, at)).toMatchObject({
    '@id': 'https://lilas.example/#clinic',
    openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '08:30', closes: '19:00' }],
  })
})

test('no text can end the script it stands in', () => {
  const text = asScript([clinicData({ ...described, name: '</script><script>alert(1)</script>' }, at)])
  expect(text).not.toContain('<')
  expect(JSON.parse(text)['@graph'][0].name).toBe('</script><script>alert(1)</script>')
})
