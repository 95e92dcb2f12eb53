import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoBytesMax, photoSide } from '@/lib/domain/people/photo'
import { cameraPhoto } from '@/tests/fixtures/pictures/camera-photo'
import { encodePhoto } from './encode-photo'

/** Returns the size of a JPEG, as its frame says. */
function sizeOf(jpeg: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(jpeg)
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc2)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  throw new Error('no frame')
}

/** A PNG of one colour, which is tiny and claims to be as large as is wanted. */
function blankPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(12 + data.length)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), 8 + data.length)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begin, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

async function encoded(sent: Uint8Array): Promise<Uint8Array> {
  const result = await encodePhoto(sent)
  if (!result.ok) throw new Error(result.refused)
  return result.value
}

test('a photo becomes a square of our own making, upright, without what the camera wrote beside it', async () => {
  const sent = await cameraPhoto()
  expect(sent.includes('GPS in Les Lilas')).toBe(true)
  const kept = await encoded(sent)
  expect(sizeOf(kept)).toEqual({ width: photoSide, height: photoSide })
  expect(kept.length).toBeLessThanOrEqual(photoBytesMax)
  expect(Buffer.from(kept).includes('GPS in Les Lilas')).toBe(false)
  expect(Buffer.from(kept).includes('Exif')).toBe(false)
  const { data } = await sharp(kept).greyscale().raw().toBuffer({ resolveWithObject: true })
  const corner = (row: number, column: number) => data[row * photoSide + column] ?? 0
  expect(corner(20, photoSide - 20)).toBeLessThan(20)
  expect(corner(photoSide - 20, 20)).toBeGreaterThan(80)
  // The same picture is the same photo.
  expect(await encoded(sent)).toEqual(kept)
})

test('even noise, which no encoder makes small, is small enough to keep', async () => {
  const kept = await encoded(await cameraPhoto({ noise: true }))
  expect(kept.length).toBeLessThanOrEqual(photoBytesMax)
})

test('a small file that unpacks to something huge is refused', async () => {
  const bomb = blankPng(9000, 9000)
  expect(bomb.length).toBeLessThan(100_000)
  expect(await encodePhoto(bomb)).toMatchObject({ refused: 'photo_unreadable' })
  expect(await encodePhoto(blankPng(600, 600))).toMatchObject({ ok: true })
})

test.each([
  ['a drawing, which could fetch or run something', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a document', '%PDF-1.4\n1 0 obj<<>>endobj'],
  [
    'an animation',
    'GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
  ],
  ['nothing', ''],
])('%s is refused', async (_, text) => {
  expect(await encodePhoto(Buffer.from(text, 'latin1'))).toMatchObject({ refused: 'photo_unreadable' })
})

test('a photo that breaks off is refused, and half a face is not kept', async () => {
  const sent = await cameraPhoto()
  expect(await encodePhoto(sent.subarray(0, sent.length / 2))).toMatchObject({ refused: 'photo_unreadable' })
})
