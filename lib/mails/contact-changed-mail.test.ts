import { expect, test } from 'vitest'
import { channelNames } from '@/lib/domain/messages/channels'
import { doctors } from '@/prisma/demo/cast'
import { renderContactChanged } from './contact-changed-mail'
import { smsParts } from './sms-letters'

const clinic = {
  name: 'Clinique des Lilas',
  address: '1 rue des Lilas',
  phone: '01 99 00 12 34',
  timeZone: 'Europe/Paris',
}

test.each(channelNames)(
  'by %s a former address hears of which visit it is and whom to call, and is given no way to it',
  async (channel) => {
    for (const language of ['fr', 'en'] as const) {
      const visit = { language, clinic, doctor: doctors.helene, startsAt: '2026-11-24T13:20:00.000Z' }
      const message = await renderContactChanged(channel, visit)
      const all = `${message.subject}${message.text}${message.html}`
      expect(message.text).toMatch(/14:20|14.h.20/)
      expect(message.text).toContain('01 99 00 12 34')
      expect(all).not.toMatch(/\{\w+\}|undefined|contact_changed\.|\/v\//)
      if (channel === 'sms') expect(smsParts(message.text)).toBeLessThanOrEqual(2)
    }
  },
)
