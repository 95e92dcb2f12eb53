import type { Pool, PoolClient } from 'pg'

const tries = 5
/** `deadlock_detected`: one of two transactions was ended so that the other could go on. */
const deadlock = '40P01'

/** Runs work in one transaction: all of it is kept, or none. Work that met a deadlock is done again. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await once(pool, work)
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== deadlock) throw error
    }
  }
}

async function once<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}
