/** What a doctor's photo may weigh as it is kept and served; the database holds to it too. */
export const photoBytesMax = 200_000

/** What may be sent to be made one of: what phones and cameras make. */
export const sentPhotoBytesMax = 12_000_000

/** A photo is a square of so many pixels a side. */
export const photoSide = 512

/** The kinds of pictures that are taken, as a file field asks for them. */
export const photoKinds = 'image/jpeg,image/png,image/webp'

/** Returns the address of the photo with this hash: what it shows never changes. */
export function photoPath(hash: string): string {
  return `/api/photos/${hash}`
}
