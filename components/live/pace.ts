/** So far apart do readings begin, at least; further when the last took longer than this. */
const apartMs = 1_500
const slowMs = 1_000
const apartWhenSlowMs = 3_000

export type Pace = {
  /** Something may have changed: the page is read again as soon as it may. */
  want: () => void
  /** The reading that was begun has ended. */
  ended: () => void
  /** Somebody goes to another page, or has arrived: meanwhile no reading begins. */
  leaving: (is: boolean) => void
  stop: () => void
}

/**
 * Says when a page reads itself again, however often it is asked to: one reading at a time; what is asked for meanwhile is
 * one more, after it; far enough apart that a slow server rests at least as long as it works; and never while somebody
 * goes to another page, whose own reading it would push aside.
 */
export function makePace(read: () => void): Pace {
  let isWanted = false
  let isReading = false
  let isLeaving = false
  let beganAt = 0
  let nextAt = Date.now() + apartMs
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    clearTimeout(timer)
    if (!isWanted || isReading || isLeaving) return
    const wait = nextAt - Date.now()
    if (wait > 0) {
      timer = setTimeout(look, wait)
      return
    }
    isWanted = false
    isReading = true
    beganAt = Date.now()
    read()
  }
  return {
    want() {
      isWanted = true
      look()
    },
    ended() {
      if (!isReading) return
      isReading = false
      const took = Date.now() - beganAt
      nextAt = beganAt + Math.max(took > slowMs ? apartWhenSlowMs : apartMs, 2 * took)
      look()
    },
    leaving(is) {
      isLeaving = is
      look()
    },
    stop: () => clearTimeout(timer),
  }
}
