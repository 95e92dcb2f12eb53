import type { Db } from '@/lib/db/client'
import type { RequestMail } from '@/lib/domain/messages/digest'

/** Sets how a doctor is mailed of requests. What waits already goes out by the next sweep at which it is due. */
export async function setRequestMail(db: Db, doctorId: string, requestMail: RequestMail): Promise<void> {
  await db.doctor.update({ where: { id: doctorId }, data: { requestMail } })
}
