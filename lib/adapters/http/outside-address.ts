import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Why an address that somebody typed is not called. */
export type AddressRefusal = 'address_invalid' | 'address_forbidden' | 'address_not_secure'

/** The address was not called: its machine is one that nobody outside may have us call. */
export class AddressRefusedError extends Error {
  constructor(readonly refused: AddressRefusal) {
    super(refused)
    this.name = 'AddressRefusedError'
  }
}

/**
 * Never called, whatever leads there: this network's own link (where clouds keep their machines' credentials), "no
 * address", many at once, and the other places at which clouds answer about a machine.
 */
const forbidden = blockList(
  ['0.0.0.0/8', '169.254.0.0/16', '192.0.0.192/32', '100.100.100.200/32', '224.0.0.0/3'],
  ['::/128', 'fe80::/10', 'fd00:ec2::254/128', 'ff00::/8'],
)

/** Where what is sent does not leave the house, so that it may go unencrypted (RFC 1918, RFC 4193). */
const own = blockList(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], ['::1/128', 'fc00::/7'])

/**
 * The address that somebody meant, if it can be one: without a scheme it is https. One that names a person or a
 * password is none, so that neither is kept where addresses are shown.
 */
export function outsideAddress(typed: string): URL | undefined {
  const text = typed.trim()
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  const isPlain = ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password
  return isPlain && url.hostname !== '' ? url : undefined
}

/** Returns why this machine is not called by this protocol; undefined when it may be. */
export function refusalOf(ip: string, protocol: string): AddressRefusal | undefined {
  if (isIn(forbidden, ip)) return 'address_forbidden'
  return protocol === 'https:' || isIn(own, ip) ? undefined : 'address_not_secure'
}

/**
 * Finds the machines of a name and refuses those that may not be called. It runs for the very connection that is
 * made, so a name that says another machine the second time is refused then.
 */
export function guardedLookup(protocol: string): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      const refused = error ? undefined : found.map(({ address }) => refusalOf(address, protocol)).find(Boolean)
      if (error || refused || !first)
        return callback(error ?? new AddressRefusedError(refused ?? 'address_invalid'), '')
      if (options.all) return callback(null, found)
      callback(null, first.address, first.family)
    })
  }
}

/**
 * Throws AddressRefusedError when the address is written as a number that may not be called: names are seen to later.
 */
export function refuseNumber({ hostname, protocol }: URL): void {
  const ip = hostname.replace(/^\[|\]$/g, '')
  const refused = isIP(ip) ? refusalOf(ip, protocol) : undefined
  if (refused) throw new AddressRefusedError(refused)
}

function isIn(list: BlockList, ip: string): boolean {
  return list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
}

function blockList(...families: [ipv4: string[], ipv6: string[]]): BlockList {
  const list = new BlockList()
  families.forEach((nets, index) => {
    for (const net of nets) {
      const [address = '', prefix] = net.split('/')
      list.addSubnet(address, Number(prefix), index === 0 ? 'ipv4' : 'ipv6')
    }
  })
  return list
}
