/**
 * A phone number as every network takes it (E.164); undefined when it is none. People write French numbers their own way, such
 * as `06 39 98 00 01`; only those of metropolitan France are understood without their `+`.
 */
export function toE164(written: string): string | undefined {
  const number = written.replace(/^(\s*\+[\d\s]+)\(0\)/, '$1').replace(/[\s.()-]/g, '')
  const international = /^0[1-9]\d{8}$/.test(number) ? `+33${number.slice(1)}` : number
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined
}
