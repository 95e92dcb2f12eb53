import { partsOfAddress } from '@/lib/domain/address'
import styles from './fact-list.module.css'

/** An address, which breaks before the town where it does not fit in a line. */
export function Address({ address }: { address: string }) {
  const parts = partsOfAddress(address)
  if (!parts) return <>{address}</>
  return (
    <span className={styles.address}>
      <span>{parts.street},</span> <span>{address.slice(address.indexOf(parts.postcode))}</span>
    </span>
  )
}
