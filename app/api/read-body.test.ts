import { expect, test } from 'vitest'
import { readBytes } from './read-body'

/** A request whose body comes in chunks of ten bytes, and how many of them were asked for. */
function sending(chunks: number) {
  const read = { chunks: 0 }
  const body = new ReadableStream(
    {
      pull(stream) {
        if (read.chunks++ < chunks) stream.enqueue(new Uint8Array(10).fill(1))
        else stream.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { read, request: new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit) }
}

test('a body that fits is read whole; of one that does not, no more than was said is read', async () => {
  expect((await readBytes(sending(3).request, 30))?.length).toBe(30)
  const long = sending(100)
  expect(await readBytes(long.request, 30)).toBeUndefined()
  expect(long.read.chunks).toBeLessThan(10)
})

test('whoever sends too much is heard out, up to a bound, and nothing of it is kept', async () => {
  const heard = sending(20)
  expect(await readBytes(heard.request, 30, 1000)).toBeUndefined()
  expect(heard.read.chunks).toBe(21)
  const endless = sending(1e9)
  expect(await readBytes(endless.request, 30, 1000)).toBeUndefined()
  expect(endless.read.chunks).toBeLessThan(110)
})
