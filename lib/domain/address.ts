/** What of an address is the street, the postal code and the town, as French addresses are written. */
export type AddressParts = { street: string; postcode: string; town: string }

/** Returns the parts of an address written on one line; undefined for one without a postal code. */
export function partsOfAddress(address: string): AddressParts | undefined {
  const [, street, postcode, town] = /^(.*?)[\s,]+(\d{4,5})\s+(\D[^,]*)/su.exec(address.trim()) ?? []
  return street && postcode && town ? { street: street.trim(), postcode, town: town.trim() } : undefined
}

/** Returns the address of a map on which a place is looked for. It is a link to press: nothing is fetched from there before. */
export function mapUrlOf(address: string): string {
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`
}
