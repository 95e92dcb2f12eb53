/** What a provider can say of a message after it has taken it, in the order in which one outweighs the other. */
export const deliveries = ['sent', 'delayed', 'soft_bounced', 'delivered', 'failed', 'bounced', 'complained'] as const

/**
 * `sent`: on its way. `delayed`: not taken yet, still tried. `soft_bounced`: it came back, for a reason that passes or
 * that nobody knows. `delivered`: the reader's own server or network has it. `failed`: it could not be sent. `bounced`:
 * refused for good. `complained`: its reader called it spam.
 */
export type Delivery = (typeof deliveries)[number]

/** What says that a message did not reach its reader, or was not wanted. */
export const returns = ['soft_bounced', 'failed', 'bounced', 'complained'] as const satisfies Delivery[]

export type Return = (typeof returns)[number]

/** Returns whether a message did not reach its reader, or was not wanted: somebody should call. */
export function cameBack(delivery: Delivery | null): delivery is Return {
  return (returns as readonly (Delivery | null)[]).includes(delivery)
}

/**
 * Returns the deliveries that a report takes the place of. Reports come in any order and more than once: what weighs
 * more stays.
 */
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
