/** Where most people have their mail, in France and beside it. Nobody who has it there is asked about it. */
const common = [
  ...['gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.fr', 'hotmail.co.uk', 'hotmail.be', 'hotmail.it'],
  ...['outlook.com', 'outlook.fr', 'outlook.be', 'live.com', 'live.fr', 'live.be', 'live.co.uk', 'msn.com'],
  ...['yahoo.com', 'yahoo.fr', 'yahoo.co.uk', 'yahoo.de', 'yahoo.it', 'yahoo.es', 'ymail.com', 'rocketmail.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'aol.com', 'aol.fr', 'mail.com', 'email.com', 'proton.me', 'protonmail.com'],
  ...[
    'orange.fr',
    'orange.com',
    'wanadoo.fr',
    'free.fr',
    'laposte.net',
    'sfr.fr',
    'neuf.fr',
    'bbox.fr',
    'numericable.fr',
  ],
  ...[
    'aliceadsl.fr',
    'club-internet.fr',
    'cegetel.net',
    'nordnet.fr',
    'gmx.com',
    'gmx.fr',
    'gmx.de',
    'gmx.net',
    'web.de',
  ],
  ...['t-online.de', 'bluewin.ch', 'skynet.be', 'proximus.be', 'libero.it', 'btinternet.com', 'sky.com', 'zoho.com'],
]

/** One house has one of these names, whatever stands behind it. */
const onlyOne: Record<string, string> = {
  gmail: 'gmail.com',
  icloud: 'icloud.com',
  wanadoo: 'wanadoo.fr',
  laposte: 'laposte.net',
}

/** Ends that no name of the net has, or hardly one, and what was meant. */
const ends: Record<string, string> = {
  ...{ con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coml: 'com', cim: 'com', vom: 'com', xom: 'com', cpm: 'com' },
  ...{ frr: 'fr', ff: 'fr', rf: 'fr', fre: 'fr', nte: 'net', ent: 'net', netl: 'net', ogr: 'org', rog: 'org' },
}

/** Shorter names are too near to each other. */
const shortest = 4

/**
 * Returns the address that somebody is likely to have meant, when the one they wrote is a slip of the finger away from
 * it; undefined when there is nothing to ask. A guess: it is asked about, and nothing is forbidden.
 */
export function likelyAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at).toLowerCase()
  if (common.includes(domain)) return undefined
  const ended = domain.replace(/[^.]+$/, (end) => ends[end] ?? end)
  const meant = onlyOne[nameOf(ended)] ?? nearest(ended) ?? ended
  return meant === domain ? undefined : address.slice(0, at) + meant
}

const nameOf = (domain: string) => domain.slice(0, domain.indexOf('.'))

function nearest(domain: string): string | undefined {
  if (common.includes(domain)) return domain
  return common.find((known) => nameOf(known).length >= shortest && isSlip(domain, known))
}

/** Whether one letter too many, too few, another or two in each other's place make the one the other. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  const [restOfShort, restOfLong] = [short.slice(same), long.slice(same)]
  if (long.length - short.length === 1) return restOfShort === restOfLong.slice(1)
  if (long.length !== short.length) return false
  const isSwapped = restOfShort[0] === restOfLong[1] && restOfShort[1] === restOfLong[0]
  return restOfShort.slice(1) === restOfLong.slice(1) || (isSwapped && restOfShort.slice(2) === restOfLong.slice(2))
}
