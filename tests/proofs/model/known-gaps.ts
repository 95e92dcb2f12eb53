import type { Clinic } from './clinic'

/**
 * Where the product is known to fall short, and is forgiven; goes when it is mended. An operator tries a saga again
 * between a later saga's reading and its intent: the later one does not wait, since an intent does not look once more
 * whether its turn has come, and what it does is then undone from below.
 */
export function isRetriedUnderneath({ database }: Clinic, appointmentId: string): boolean {
  const turnOf = (sagaId: string) =>
    database.models.get(sagaId)?.saga.find((row) => row.subject_id === appointmentId)?.turn
  return database.commits.some(({ added: [begun], readAfter }, index) => {
    const turn = begun && readAfter !== undefined ? turnOf(begun.streamId) : undefined
    if (turn === undefined) return false
    const meanwhile = database.commits.slice(readAfter, index).flatMap(({ added }) => added)
    return meanwhile.some(({ event, streamId }) => event.type === 'SagaRetried' && (turnOf(streamId) ?? turn) < turn)
  })
}
