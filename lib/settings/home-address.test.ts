import { expect, test } from 'vitest'
import { homeAddress } from './home-address'

const read = (text: string) => homeAddress('CARNET_URL').safeParse(text)
const sentence = (text: string) => read(text).error?.issues.map(({ message }) => message)

test.each([
  'http://localhost:3400',
  'https://clinic.example',
  'https://clinic.example/',
  'HTTPS://Clinic.Example:443',
  'http://[::1]:3000',
  'https://agenda.clinique-médicale.example',
])('%s is where a clinic can be', (text) => expect(read(text).success).toBe(true))

test.each([
  ['http://localhost:3400/rdv', /nothing after its name and port/],
  ['https://clinic.example/rdv/', /nothing after/],
  ['https://clinic.example/?', /nothing after/],
  ['https://clinic.example?from=mail', /nothing after/],
  ['https://clinic.example/#top', /nothing after/],
  ['https://clinic.example#', /nothing after/],
  ['https://clinic.example\\rdv', /nothing after/],
  ['https://ada@clinic.example', /without a user name/],
  ['https://ada:secret@clinic.example', /without a user name/],
  ['https://:secret@clinic.example', /without a user name/],
  ['clinic.example', /full address/],
  ['localhost:3000', /full address/],
  ['//clinic.example', /full address/],
  ['http:clinic.example', /full address/],
  ['http:///clinic.example', /full address/],
  ['https://', /full address/],
  ['https://*.clinic.example', /full address/],
  ['https://clinic .example', /full address/],
  ['https://clinic.example:99999', /full address/],
  ['ftp://clinic.example', /full address/],
  ['file:///etc/passwd', /full address/],
  ['javascript:alert(1)', /full address/],
])('%s is refused in one sentence', (text, why) => {
  expect(sentence(text)).toEqual([expect.stringMatching(why)])
  expect(sentence(text)?.[0]).toContain('CARNET_URL must be')
})
