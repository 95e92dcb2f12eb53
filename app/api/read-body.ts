/**
 * A body of at most so many bytes; undefined when it is longer. `heardOut` is how many are still read then, and thrown
 * away: a browser that is cut off while it sends shows no answer. Without it, no more is read than was asked for.
 */
export async function readBytes(
  { body }: Request,
  longest: number,
  heardOut = longest,
): Promise<Buffer<ArrayBuffer> | undefined> {
  let chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size <= longest) chunks.push(chunk)
    else chunks = []
    if (size > heardOut) return undefined
  }
  return size > longest ? undefined : Buffer.concat(chunks)
}

/** The same, as text. */
export async function readBody(request: Request, longest: number): Promise<string | undefined> {
  return (await readBytes(request, longest))?.toString()
}
