import { createHash } from 'node:crypto'
import { encodePhoto } from '@/lib/adapters/photo/encode-photo'
import type { Db } from '@/lib/db/client'
import { announce } from '@/lib/event-store/announce'
import { accept } from '@/lib/result'

/**
 * Gives a doctor the photo that was sent, encoded anew; the one before is gone. Refuses `photo_unreadable`. The same
 * picture twice is the same photo.
 */
export async function setPhoto(db: Db, doctorId: string, sent: Uint8Array) {
  const encoded = await encodePhoto(sent)
  if (!encoded.ok) return encoded
  const photo = { bytes: encoded.value, hash: createHash('sha256').update(encoded.value).digest('hex') }
  await db.doctorPhoto.upsert({ where: { doctorId }, create: { doctorId, ...photo }, update: photo })
  announce(db, [{ of: 'hours', doctor: doctorId }])
  return accept(null)
}

/** Takes a doctor's photo away. Safe to repeat. */
export async function removePhoto(db: Db, doctorId: string): Promise<void> {
  await db.doctorPhoto.deleteMany({ where: { doctorId } })
  announce(db, [{ of: 'hours', doctor: doctorId }])
}
