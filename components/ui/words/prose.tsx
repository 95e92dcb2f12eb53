import { blocksOf, piecesOf } from '@/lib/views/clinic/prose'
import styles from './prose.module.css'

type ProseProps = {
  text: string
  /** What heads a part of it. */
  as?: 'h2' | 'h3'
}

/** A text that somebody at the clinic wrote: paragraphs, headings, lists and addresses, and nothing that could run. */
export function Prose({ text, as: Heading = 'h2' }: ProseProps) {
  return (
    <div className={styles.prose}>
      {blocksOf(text).map((block, index) => {
        // Texts are short and drawn anew as a whole: a part has no other name than its place.
        const key = `${index}`
        if (block.kind === 'heading') return <Heading key={key}>{block.text}</Heading>
        if (block.kind === 'paragraph') return <p key={key}>{block.lines.flatMap(lineOf)}</p>
        return (
          <ul key={key}>
            {block.items.map((item) => (
              <li key={item}>{withLinks(item)}</li>
            ))}
          </ul>
        )
      })}
    </div>
  )
}

function lineOf(line: string, index: number) {
  return index === 0 ? withLinks(line) : [<br key={`${line} ends`} />, ...withLinks(line)]
}

function withLinks(line: string) {
  return piecesOf(line).map(({ text, href }) =>
    href ? (
      <a key={text} href={href} rel="noopener noreferrer">
        {text}
      </a>
    ) : (
      text
    ),
  )
}
