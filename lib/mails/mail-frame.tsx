import type { ReactNode } from 'react'
import { Body, Head, Html, Preview } from 'react-email'
import { shownPhone } from '@/lib/domain/people/shown-phone'
import { font, ink, sheet } from './mail-looks'

export type MailFrameProps = {
  language: 'fr' | 'en'
  clinic: { name: string; phone: string }
  /** What a list of mails shows beside the subject. */
  preview: string
  footer: string
  children: ReactNode
}

/** Every mail: who writes and their number, one sheet, and why one has it. Light or dark, as its reader's program is. */
export function MailFrame({ language, clinic, preview, footer, children }: MailFrameProps) {
  const { name, phone } = clinic
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{sheet}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" lang={language} style={{ margin: 0, background: ink.paper, fontFamily: font }}>
        <Table className="paper" style={{ background: ink.paper }}>
          <td className="out" align="center" style={{ padding: '28px 16px' }}>
            <article aria-label={name} style={{ maxWidth: 560, textAlign: 'left' }}>
              <Table>
                <td className="text" style={{ padding: '0 4px 14px', fontSize: 18, fontWeight: 650, color: ink.text }}>
                  {name}
                </td>
                <td align="right" style={{ padding: '0 4px 14px', fontSize: 15, whiteSpace: 'nowrap' }}>
                  <a
                    className="link"
                    href={`tel:${phone.replaceAll(' ', '')}`}
                    style={{ color: ink.pen, textDecoration: 'none' }}
                  >
                    {shownPhone(phone)}
                  </a>
                </td>
              </Table>
              <div
                className="card"
                style={{ background: ink.card, border: `1px solid ${ink.line}`, borderRadius: '3px 16px 16px 3px' }}
              >
                {children}
              </div>
              <p className="mute" style={{ margin: '18px 4px 0', fontSize: 14, lineHeight: '21px', color: ink.mute }}>
                {footer}
              </p>
            </article>
          </td>
        </Table>
      </Body>
    </Html>
  )
}

type TableProps = { children: ReactNode; className?: string; style?: React.CSSProperties }

/** A row of cells across the sheet: what every mail program lays out alike. */
export function Table({ children, className, style }: TableProps) {
  return (
    <table
      role="presentation"
      className={className}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ ...style, borderCollapse: 'separate' }}
    >
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  )
}
