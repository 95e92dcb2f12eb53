import { offerSetUp } from '@/lib/commands/opening/offer-set-up'
import { connect } from '@/lib/db/client'
import { newSecret } from '@/lib/ids'
import { isoNow } from '@/lib/iso-now'

/**
 * Returns the address by which this clinic is set up, where it is not open yet: good once and for an hour, and in place of
 * the one before. Undefined for a clinic that is open.
 */
export async function offerSetUpLink(databaseUrl: string, address: string): Promise<string | undefined> {
  const db = connect(databaseUrl, 1)
  try {
    const token = newSecret()
    return (await offerSetUp(db, token, isoNow())) ? new URL(`/setup/${token}`, address).href : undefined
  } finally {
    await db.$disconnect()
  }
}

/** Returns what is said of a clinic that is not open yet. */
export function setUpWords(link: string): string {
  return `
  This clinic is not open yet. Set it up, within an hour and in one browser:

    ${link}

  Until then patients read that it is not open. A new start prints a new link.
`
}
