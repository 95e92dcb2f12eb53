import sharp from 'sharp'
import { photoBytesMax, photoSide } from '@/lib/domain/people/photo'
import { accept, refuse } from '@/lib/result'

// Of all that libvips can open, only pictures of these kinds: no documents, no drawings that fetch or run anything.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
// One picture now and then: nothing is worth keeping for the next, and a clinic has few cores.
sharp.cache(false)
sharp.concurrency(1)

/** Phones take 50 million pixels; a small file that claims more is no photo. */
const pixelsMax = 64_000_000
const secondsMax = 10
/** Tried in this order until the picture is small enough. Noise alone, the worst there is, needs the second. */
const qualities = [84, 72, 55, 35]

/**
 * Returns a photo as the clinic keeps it: a square JPEG of its own making, upright, with nothing of what a camera wrote
 * beside the picture, such as where it was taken. Refuses `photo_unreadable` for what is no JPEG, PNG or WebP picture, or
 * one of too many pixels.
 */
export async function encodePhoto(sent: Uint8Array) {
  for (const quality of qualities) {
    const encoded = await encode(sent, quality).catch(() => undefined)
    if (!encoded) return refuse('photo_unreadable')
    if (encoded.length <= photoBytesMax) return accept(new Uint8Array(encoded))
  }
  return refuse('photo_unreadable')
}

async function encode(sent: Uint8Array, quality: number): Promise<Buffer> {
  return sharp(sent, { limitInputPixels: pixelsMax, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: secondsMax })
    .autoOrient()
    .resize(photoSide, photoSide, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
}
