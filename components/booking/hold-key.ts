import type { HoldAnswer } from '@/lib/web/form-answer'

/** By this React knows the answer to a chosen hour again on the page it was sent to, which is not the one it was chosen on. */
export const holdKey = '/book'

/** No hour was chosen on the way to this page. */
export const notHeld: HoldAnswer = {}
