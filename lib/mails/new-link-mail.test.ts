import { expect, test } from 'vitest'
import { channelNames } from '@/lib/domain/messages/channels'
import { doctors } from '@/prisma/demo/cast'
import { renderNewLink } from './new-link-mail'

const href = 'http://localhost/v/7KQ2M9XD01ABCDEFGHJKNPRSTV'
const clinic = {
  name: 'Clinique des Lilas',
  address: '1 rue des Lilas',
  phone: '01 99 00 12 34',
  timeZone: 'Europe/Paris',
}

test.each(channelNames)('by %s a new link says of which visit it is, in both languages', async (channel) => {
  for (const language of ['fr', 'en'] as const) {
    const visit = {
      language,
      patientName: 'Noor Haddad',
      clinic,
      doctor: doctors.helene,
      startsAt: '2026-11-24T13:20:00.000Z',
    }
    const message = await renderNewLink(channel, href, visit)
    expect(message.text).toContain(href)
    expect(message.text).toContain(language === 'fr' ? (message.subject ? '14\u00a0h\u00a020' : '14 h 20') : '14:20')
    expect(`${message.subject}${message.text}${message.html}`).not.toMatch(/\{\w+\}|undefined|new_link\./)
    expect(message.html?.includes(href) ?? true).toBe(true)
  }
})
