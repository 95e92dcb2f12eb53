import type { Db } from '@/lib/db/client'
import { type DeliveryReport, outweighed } from '@/lib/domain/messages/delivery'

/**
 * Records what became of a message after its provider took it, and returns whether there is such a message. One whose
 * sending had an outcome that nobody knew is sent after all: its saga finds that and does not send it again, unless the
 * report is that it could not be sent. Safe to repeat.
 */
export async function reportDelivery(
  db: Db,
  { key, providerId, delivery, code, at }: DeliveryReport,
): Promise<boolean> {
  const taken = { providerId, ...(delivery !== 'failed' && { status: 'sent', sentAt: at }) }
  const [known] = await db.$transaction([
    db.message.count({ where: { key } }),
    db.message.updateMany({ where: { key, status: 'stored' }, data: taken }),
    db.message.updateMany({
      where: { key, OR: [{ delivery: null }, { delivery: { in: outweighed(delivery) } }] },
      data: { delivery, deliveryCode: code, deliveryAt: at },
    }),
  ])
  return known > 0
}
