/** Returns a page's title with how much waits there: `(5) Calendar`; a tab in the background says it, too. */
export function waitingTitle(title: string, waiting: number): string {
  return waiting > 0 ? `(${waiting}) ${title}` : title
}
