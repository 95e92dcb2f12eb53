import type { Db } from '@/lib/db/client'
import { open } from '@/lib/db/sealed'
import { byChannel, type Channel } from '@/lib/domain/messages/channels'

/** A message that arrived, as the inbox lists it. Instants are ISO strings. */
export type MessageSummary = {
  key: string
  channel: Channel
  to: string
  subject: string
  sentAt: string
  /** The saga that sent it; null for a code to sign in with. */
  sagaId: string | null
}

export type MessageDetail = MessageSummary & { text: string; html: string | null; ics: string | null }

/** Returns the newest messages that were sent, of one channel or of all; fifty at most. */
export async function listMessages(db: Db, channel: Channel | null): Promise<MessageSummary[]> {
  const rows = await db.message.findMany({
    where: { status: 'sent', ...(channel && { channel }) },
    orderBy: [{ sentAt: 'desc' }, { key: 'asc' }],
    take: 50,
  })
  return rows.map(toDetail)
}

/** Returns how many messages were sent by each channel. */
export async function countMessages(db: Db): Promise<Record<Channel, number>> {
  const rows = await db.message.groupBy({ by: ['channel'], where: { status: 'sent' }, _count: true })
  const countOf = (channel: Channel) => rows.find((row) => row.channel === channel)?._count ?? 0
  return byChannel(countOf)
}

/** Returns whether a message is known to be out, also because its provider has said so since. */
export async function wasSent(db: Db, key: string): Promise<boolean> {
  return (await db.message.count({ where: { key, status: 'sent' } })) > 0
}

type Words = {
  subjectId: string | null
  kind: string
  role: string
  to: string
  text: string
  notKey: string
  /** ISO instant. */
  since: string
}

/**
 * Returns the key under which the very same words have gone to the very same address about a subject since then, if they
 * have under another one.
 */
export async function findKeyOfWords(
  db: Db,
  { to, text, notKey, since, ...about }: Words,
): Promise<string | undefined> {
  const rows = await db.message.findMany({
    where: { ...about, key: { not: notKey }, status: 'sent', sentAt: { gte: since } },
  })
  return rows.map(toDetail).find((sent) => sent.to === to && sent.text === text)?.key
}

/** One message that was sent, if there is such a message. */
export async function findMessage(db: Db, key: string): Promise<MessageDetail | undefined> {
  const row = await db.message.findUnique({ where: { key, status: 'sent' } })
  return row ? toDetail(row) : undefined
}

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = (db: Db) => db.message.findFirstOrThrow()

function toDetail({ key, channel, recipient, content, sentAt, createdAt, sagaId }: Row): MessageDetail {
  const { subject, text, html, ics } = JSON.parse(open(content, 'message.content'))
  return {
    key,
    sagaId,
    subject: subject || text,
    text,
    html,
    ics,
    channel: channel as Channel,
    to: open(recipient, 'message.recipient'),
    sentAt: (sentAt ?? createdAt).toISOString(),
  }
}
