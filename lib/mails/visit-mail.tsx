import type { ReactNode } from 'react'
import { MailFrame, type MailFrameProps, Table } from './mail-frame'
import { ink } from './mail-looks'
import { DayTile, MailButtons, type MailDay, type MailLink, type MailRow, MailRows } from './mail-parts'

/** How a visit stands: sure, not certain yet, or not to be. */
export type MailTone = 'sure' | 'open' | 'off'

export type VisitMailProps = Omit<MailFrameProps, 'children' | 'preview'> & {
  tone: MailTone
  /** What has happened, in a sentence. */
  title: string
  body: string
  /** Whose visit, when, and with whom; nothing of a mail that is about no visit. `when` is for the plain text. */
  visit?: { day: MailDay; when: string; patient: string; at: string; about: string }
  links: readonly MailLink[]
  rows: readonly MailRow[]
  /** Where and until when it can still be changed. */
  change?: MailLink & { rule: string }
}

const signs: Record<MailTone, string> = { sure: '✓\u00a0', open: '', off: '✕\u00a0' }

/** The one mail: the verdict, day and hour, what to press, the facts beside the margin, and how to change it. */
export function VisitMail({ tone, title, body, visit, links, rows, change, ...frame }: VisitMailProps) {
  const sentence = { margin: 0, fontSize: 16, lineHeight: '24px', color: ink.soft }
  return (
    <MailFrame {...frame} preview={body}>
      <div className="pad" style={{ padding: '26px 28px 20px' }}>
        {visit ? (
          <Table>
            <DayTile {...visit.day} />
            <td style={{ paddingLeft: 20, verticalAlign: 'middle' }}>
              <Verdict tone={tone} title={title} />
              <Heading>
                {visit.patient}, {tone === 'off' ? <s>{visit.at}</s> : visit.at}
              </Heading>
              <p className="soft" style={{ ...sentence, margin: '4px 0 0' }}>
                {visit.about}
              </p>
            </td>
          </Table>
        ) : (
          <Heading>{title}</Heading>
        )}
      </div>
      <div className="pad" style={{ padding: '0 28px 20px' }}>
        <p className="soft" style={sentence}>
          {body}
        </p>
      </div>
      <div className="pad" style={{ padding: '0 20px 20px 28px' }}>
        <MailButtons links={links} />
      </div>
      {rows.length > 0 && (
        <div className="pad" style={{ padding: '0 28px 12px' }}>
          <MailRows rows={rows} />
        </div>
      )}
      {change && (
        <p
          className="pad soft rule"
          style={{ ...sentence, fontSize: 15, padding: '16px 28px 22px', borderTop: `1px solid ${ink.line}` }}
        >
          <a className="link" href={change.href} style={{ color: ink.pen }}>
            {change.label}
          </a>{' '}
          {change.rule}
        </p>
      )}
    </MailFrame>
  )
}

function Verdict({ tone, title }: { tone: MailTone; title: string }) {
  const [name, color] = tone === 'sure' ? ['ok', ink.ok] : ['soft', ink.soft]
  return (
    <p className={name} style={{ margin: '0 0 4px', fontSize: 15, lineHeight: '21px', fontWeight: 600, color }}>
      {signs[tone]}
      {title}
    </p>
  )
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <h1
      className="text heading"
      style={{
        margin: 0,
        fontSize: 28,
        lineHeight: '34px',
        letterSpacing: '-0.6px',
        fontWeight: 650,
        color: ink.text,
        wordBreak: 'break-word',
      }}
    >
      {children}
    </h1>
  )
}
