import { Table } from './mail-frame'
import { ink } from './mail-looks'

export type MailLink = { label: string; href: string }
export type MailRow = { label: string; value: string }
export type MailDay = { weekday: string; number: string; month: string }

/** The day, as a leaf of a calendar. */
export function DayTile({ weekday, number, month }: MailDay) {
  const small = { display: 'block', fontSize: 14, lineHeight: '18px', color: ink.mute }
  return (
    <td
      className="tile"
      align="center"
      width={92}
      style={{
        width: 92,
        padding: '12px 0',
        background: ink.paper,
        border: `1px solid ${ink.line}`,
        borderRadius: '3px 12px 12px 3px',
      }}
    >
      <span className="mute" style={small}>
        {weekday}
      </span>
      <span
        className="text"
        style={{ display: 'block', fontSize: 40, lineHeight: '46px', fontWeight: 650, color: ink.text }}
      >
        {number}
      </span>
      <span className="mute" style={small}>
        {month}
      </span>
    </td>
  )
}

/** What can be pressed, the first of them first of all. */
export function MailButtons({ links }: { links: readonly MailLink[] }) {
  const shape = {
    display: 'block',
    borderRadius: 8,
    padding: '13px 14px',
    fontSize: 16,
    lineHeight: '20px',
    fontWeight: 600,
    textAlign: 'center' as const,
    textDecoration: 'none',
  }
  return (
    <Table>
      {links.map(({ label, href }, index) => (
        <td key={href} className="stack" width={`${100 / links.length}%`} style={{ paddingRight: 8 }}>
          <a
            className={index === 0 ? 'main' : 'quiet'}
            href={href}
            style={
              index === 0
                ? { ...shape, background: ink.pen, border: `1px solid ${ink.pen}`, color: ink.onPen }
                : { ...shape, border: `1px solid ${ink.edge}`, color: ink.pen }
            }
          >
            {label}
          </a>
        </td>
      ))}
    </Table>
  )
}

/** The facts beside the margin. */
export function MailRows({ rows }: { rows: readonly MailRow[] }) {
  const rule = `1px solid ${ink.line}`
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'collapse' }}>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label + value}>
            <th
              scope="row"
              className="mute rule"
              align="left"
              style={{
                width: 88,
                padding: '12px 12px 12px 0',
                borderTop: rule,
                verticalAlign: 'top',
                fontWeight: 400,
                fontSize: 15,
                lineHeight: '23px',
                color: ink.mute,
              }}
            >
              {label}
            </th>
            <td
              className="text rule margin"
              style={{
                padding: '12px 0 12px 16px',
                borderTop: rule,
                borderLeft: `1px solid ${ink.margin}`,
                verticalAlign: 'top',
                fontSize: 16,
                lineHeight: '23px',
                color: ink.text,
                whiteSpace: 'pre-line',
                wordBreak: 'break-word',
              }}
            >
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
