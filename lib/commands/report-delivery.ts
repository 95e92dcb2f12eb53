import type { Db } from '@/lib/db/client'
import { type DeliveryReport, outweighed } from '@/lib/domain/messages/delivery'

/**
 * Notes what became of a message after its provider took it. A message whose sending had an outcome that nobody knew is
 * sent after all: its saga finds that and does not send it again. Answers whether there is such a message. Safe to repeat.
 */
export async function reportDelivery(
  db: Db,
  { key, providerId, delivery, code, at }: DeliveryReport,
): Promise<boolean> {
  const [taken, known] = await db.$transaction([
    db.message.updateMany({ where: { key, status: 'stored' }, data: { status: 'sent', providerId, sentAt: at } }),
    db.message.count({ where: { key } }),
    db.message.updateMany({
      where: { key, OR: [{ delivery: null }, { delivery: { in: outweighed(delivery) } }] },
      data: { delivery, deliveryCode: code, deliveryAt: at },
    }),
  ])
  return taken.count > 0 || known > 0
}
