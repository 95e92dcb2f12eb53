import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

type Folders = { before: string; after: string }

/**
 * Returns in words how the picture `name` of one folder differs from the one of the other; nothing when no pixel does. The
 * browser decodes both, so no library has to. What differs is drawn in red into `after/differences`.
 */
export async function countDifferences(
  page: Page,
  name: string,
  { before, after }: Folders,
): Promise<string | undefined> {
  const files = [before, after].map((folder) => path.join(folder, name))
  const [one, other] = files.map((file) => (existsSync(file) ? readFileSync(file) : undefined))
  if (!one || !other) return one ? 'is gone' : 'is new'
  if (one.equals(other)) return undefined
  const { count, sizes, drawn } = await page.evaluate(drawDifference, [urlOf(one), urlOf(other)] as const)
  if (count === 0) return undefined
  const folder = path.join(after, 'differences')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), Buffer.from(drawn.split(',')[1] ?? '', 'base64'))
  const [sizeBefore, sizeAfter] = sizes
  return `${count} pixels${sizeBefore === sizeAfter ? '' : `, ${sizeBefore} became ${sizeAfter}`}`
}

function urlOf(picture: Buffer): string {
  return `data:image/png;base64,${picture.toString('base64')}`
}

/** In the browser: a pixel that only one of them has differs, too. */
async function drawDifference(
  urls: readonly [string, string],
): Promise<{ count: number; sizes: string[]; drawn: string }> {
  const images = await Promise.all(
    urls.map(async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      return image
    }),
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(...images.map(({ width }) => width))
  canvas.height = Math.max(...images.map(({ height }) => height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser cannot draw')
  const [one, other] = images.map((image) => {
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  })
  if (!one || !other) throw new Error('two pictures are compared')
  const before = new Uint32Array(one.data.buffer)
  const now = new Uint32Array(other.data.buffer)
  let count = 0
  for (const [index, pixel] of now.entries()) {
    if (before[index] === pixel) continue
    count += 1
    now[index] = 0xff_00_00_ff
  }
  context.putImageData(other, 0, 0)
  return { count, sizes: images.map(({ width, height }) => `${width}x${height}`), drawn: canvas.toDataURL() }
}
