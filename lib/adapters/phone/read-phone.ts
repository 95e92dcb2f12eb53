import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString as parse,
} from 'libphonenumber-js/max'
import { withoutInvisible } from '@/lib/domain/people/visible'
import { accept, refuse } from '@/lib/result'

/** A number as every network takes it (E.164), and whether it can receive an SMS. */
export type Phone = { number: string; takesSms: boolean }

/**
 * Reads a phone number as people write and paste it: with `+`, with `00`, or as it is dialled in the clinic's `country`
 * (ISO 3166). Refuses `phone_invalid`; `phone_without_country` when it may be complete in another country;
 * `phone_overseas`, with the number that is meant, when one of France overseas is written as a metropolitan one.
 */
export function readPhone(typed: string, country: string) {
  const seen = withoutInvisible(typed)
    .normalize('NFKC')
    .replace(/^\s*(tel:)?\s*/i, '')
  const written = seen.replace(/^00/, '+')
  const home = isSupportedCountry(country) ? country : undefined
  const parsed = parse(written, home)
  if (written.startsWith('+')) {
    const meant = parsed && overseas(parsed)
    if (meant?.isValid()) return refuse('phone_overseas', { number: meant.formatInternational() })
    return isInUse(parsed) ? accept(toPhone(parsed)) : refuse('phone_invalid')
  }
  const meant = (parsed && isDialled(written) && overseas(parsed)) || parsed
  if (isInUse(meant)) return accept(toPhone(meant))
  const digits = written.replace(/\D/g, '').length
  return refuse(digits >= digitsOfWholeNumber ? 'phone_without_country' : 'phone_invalid')
}

/** With fewer, one was forgotten: no mobile number of a neighbour has fewer as it is dialled. */
const digitsOfWholeNumber = 10

const isDialled = (written: string) => /^\D*0/.test(written)

/** How numbers of France overseas begin as they are dialled. No library tells them by themselves. */
const overseasPrefixes: Record<string, CountryCode> = {
  ...{ '0262': 'RE', '0263': 'RE', '0692': 'RE', '0693': 'RE' },
  ...{ '0269': 'YT', '0639': 'YT' },
  ...{ '0590': 'GP', '0690': 'GP', '0691': 'GP' },
  ...{ '0594': 'GF', '0694': 'GF' },
  ...{ '0596': 'MQ', '0696': 'MQ', '0697': 'MQ' },
}

/** What a number with the calling code of metropolitan France means when it is one of France overseas. */
function overseas({ countryCallingCode, nationalNumber, number }: PhoneNumber): PhoneNumber | undefined {
  const dialled = `0${nationalNumber}`
  const country = countryCallingCode === '33' && !isOfFiction(number) && overseasPrefixes[dialled.slice(0, 4)]
  return country ? parse(dialled, country) : undefined
}

/**
 * Mobile numbers that regulators keep for stories, so that nobody is called (Arcep, Ofcom): a demo and its tests are
 * told by them, and no metadata knows them.
 */
const ofFiction = /^\+(3363998|447700900)/
const isOfFiction = (number: string) => ofFiction.test(number)

function isInUse(parsed: PhoneNumber | undefined): parsed is PhoneNumber {
  if (!parsed?.isPossible()) return false
  return parsed.isValid() || isOfFiction(parsed.number)
}

const withoutSms = ['FIXED_LINE', 'TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'PAGER', 'VOICEMAIL']

function toPhone(parsed: PhoneNumber): Phone {
  return { number: parsed.number, takesSms: !withoutSms.includes(parsed.getType() ?? '') }
}
