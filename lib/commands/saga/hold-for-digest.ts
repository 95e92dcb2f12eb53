import type { Db } from '@/lib/db/client'
import type { RequestMail } from '@/lib/domain/messages/digest'

/** A mail of a saga, and how its doctor wants to hear of requests. */
type Mail = { sagaId: string; word: string; wanted: RequestMail }

/**
 * Returns how a mail of a saga is stored: `held` for the doctor's next digest when it tells of a request and they want one;
 * `dropped`, never to be sent, when it would take back a request that no digest has told of, which is then told of by none;
 * else `stored`. Safe to repeat: what was dropped once stays so.
 */
export async function howStored(db: Db, { sagaId, word, wanted }: Mail): Promise<'stored' | 'held' | 'dropped'> {
  if (word === 'request_to_confirm') return wanted === 'each' ? 'stored' : 'held'
  if (word !== 'request_withdrawn') return 'stored'
  // Of this and the sweep that gathers, one comes first: the row is locked by whoever does.
  const told = { sagaId, kind: 'request_to_confirm' }
  await db.message.updateMany({ where: { ...told, status: 'held' }, data: { status: 'dropped' } })
  return (await db.message.count({ where: { ...told, status: 'dropped' } })) > 0 ? 'dropped' : 'stored'
}
