import { expect, test } from 'vitest'
import { patients } from '@/prisma/demo/cast'
import { likelyAddress } from './likely-address'

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmal.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.fr', 'gmail.com'],
  ['gmial.con', 'gmail.com'],
  ['GMIAL.COM', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmail.f', 'hotmail.fr'],
  ['hotmal.fr', 'hotmail.fr'],
  ['outlok.com', 'outlook.com'],
  ['outlook.cmo', 'outlook.com'],
  ['yaho.fr', 'yahoo.fr'],
  ['yahoo.frr', 'yahoo.fr'],
  ['icloud.fr', 'icloud.com'],
  ['iclould.com', 'icloud.com'],
  ['orange.f', 'orange.fr'],
  ['ornage.fr', 'orange.fr'],
  ['wanado.fr', 'wanadoo.fr'],
  ['wanadoo.com', 'wanadoo.fr'],
  ['laposte.fr', 'laposte.net'],
  ['fre.fr', 'free.fr'],
  ['sfr.con', 'sfr.com'],
  ['clinique.con', 'clinique.com'],
])('%s is asked about: %s?', (domain, meant) => expect(likelyAddress(`Amina@${domain}`)).toBe(`Amina@${meant}`))

test.each([
  ...['gmail.com', 'mail.com', 'ymail.com', 'live.be', 'orange.com', 'proton.me', 'gmx.net', 'sfr.fr', 'aol.com'],
  ...['lilas.example', 'univ-paris.fr', 'ap-hp.fr', 'company.co.uk', 'me.fr', 'a.fr', 'xn--caf-dma.example'],
])('nobody asks about %s', (domain) => expect(likelyAddress(`amina@${domain}`)).toBeUndefined())

test('nor about anybody of the demo', () => {
  for (const { email } of Object.values(patients)) expect(likelyAddress(email)).toBeUndefined()
})
