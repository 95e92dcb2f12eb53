/** What a provider can say of a message after it has taken it, in the order in which one outweighs the other. */
export const deliveries = ['sent', 'delayed', 'delivered', 'failed', 'bounced', 'complained'] as const

/**
 * `sent`: on its way. `delayed`: not taken yet, still tried. `delivered`: the reader's own server or network has it.
 * `failed`: it could not be sent. `bounced`: refused for good. `complained`: its reader called it spam.
 */
export type Delivery = (typeof deliveries)[number]

/** Whether a message did not reach its reader, or was not wanted: somebody should call. */
export function cameBack(delivery: Delivery | null): boolean {
  return delivery === 'failed' || delivery === 'bounced' || delivery === 'complained'
}

/** What a report says that comes in any order and more than once: what weighs more stays. */
export function outweighed(by: Delivery): Delivery[] {
  return deliveries.slice(0, deliveries.indexOf(by))
}

/** What a provider says of a message. */
export type DeliveryReport = {
  /** The key we gave the message. */
  key: string
  providerId: string | null
  delivery: Delivery
  /** The provider's code for why, never its words; null when it gave none. */
  code: string | null
  /** ISO instant. */
  at: string
}
