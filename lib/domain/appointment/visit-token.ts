import { dayMs, laterBy } from '@/lib/domain/time'

/** Crockford's letters for 32 values: none can be taken for another, nor read as a word. */
export const tokenLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How many letters a link's token has: 130 bits. */
export const tokenLength = 26

/** For how many days after it began a visit's page can be opened by its link. */
export const linkDays = 30

/**
 * Returns a token as it was made, however it was copied, read out or typed: in small letters, with hyphens or spaces,
 * with O for 0, I or L for 1. What is no token comes out as one that was never made.
 */
export function readVisitToken(shown: string): string {
  return shown
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** Returns until when the link of a visit opens its page (ISO instant): it follows the visit as it stands. */
export function linkEndsAt({ startsAt }: { startsAt: string }): string {
  return laterBy(startsAt, linkDays * dayMs)
}
