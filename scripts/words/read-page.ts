import type { Page } from '@playwright/test'

/** Returns every text of a page, seen or only heard: blocks of text, titles, labels and hints. */
export async function readPage(page: Page): Promise<string[]> {
  // What tsx makes of a named function asks for this, which no page has.
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(() => {
    const isInline = (element: Element) => /^inline|^contents|^none/.test(getComputedStyle(element).display)
    const isBlock = (element: Element): boolean =>
      [...element.children].every((child) => isInline(child) && isBlock(child))
    const texts = [document.title]
    for (const element of document.querySelectorAll('body *')) {
      if (element.matches('script, style, svg, svg *, template, noscript')) continue
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '')
      const isWhole = isBlock(element) && !(element.parentElement && isBlock(element.parentElement))
      if (isWhole) texts.push(element.textContent ?? '')
      else if (!isBlock(element)) {
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '')
      }
    }
    return texts
  })
}
