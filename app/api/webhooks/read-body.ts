/** A body of at most so many bytes; undefined when it is longer, and then no more of it is read than that. */
export async function readBody({ body }: Request, longest: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > longest) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
