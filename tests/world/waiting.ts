import type { ServerResponse } from 'node:http'
import type { Asked } from './outside-service'

type Held = { asked: Asked; response: ServerResponse }

/** Who waits for an answer, and which calls have not arrived yet. */
export type Waiting = ReturnType<typeof keepWaiting>

export function keepWaiting() {
  const hanging = new Set<ServerResponse>()
  let held: Held[] = []
  const hang = (response: ServerResponse) => {
    hanging.add(response)
    response.once('close', () => hanging.delete(response))
  }
  return {
    hang,
    hold(asked: Asked, response: ServerResponse) {
      held.push({ asked, response })
      hang(response)
    },
    takeHeld(): Held[] {
      const taken = held
      held = []
      return taken
    },
    /** Closes the sockets. A call that is held stays held: its caller has gone, it has not. */
    hangUp() {
      for (const response of hanging) response.destroy()
    },
  }
}
