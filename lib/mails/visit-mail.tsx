import { Body, Button, Container, Head, Heading, Html, Link, Preview, Section, Text } from 'react-email'

type VisitMailProps = {
  language: 'fr' | 'en'
  title: string
  body: string
  rows: { label: string; value: string }[]
  link: { label: string; href: string }
  footer: string
}

/** Inline hex on purpose: mail programs know no custom properties. The values are the light theme's. */
const ink = { text: '#161d31', soft: '#3f485b', mute: '#5a6272', line: '#dbdeea', pen: '#1e439e', margin: '#f1a1aa' }
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'

/** The one mail: a verdict, a sentence, the facts beside the margin, one button. */
export function VisitMail({ language, title, body, rows, link, footer }: VisitMailProps) {
  return (
    <Html lang={language}>
      <Head />
      <Preview>{body}</Preview>
      <Body style={{ background: '#f4f6fa', color: ink.text, fontFamily: font, margin: 0, padding: '24px 12px' }}>
        <Container style={{ maxWidth: 560, background: '#ffffff', border: `1px solid ${ink.line}`, padding: '28px' }}>
          <Heading as="h1" style={{ fontSize: 26, lineHeight: '32px', margin: '0 0 12px', letterSpacing: '-0.5px' }}>
            {title}
          </Heading>
          <Text style={{ fontSize: 16, lineHeight: '24px', color: ink.soft, margin: '0 0 20px' }}>{body}</Text>
          <Section style={{ borderLeft: `1px solid ${ink.margin}`, paddingLeft: 16, margin: '0 0 24px' }}>
            {rows.map(({ label, value }) => (
              <Text key={label + value} style={{ fontSize: 16, lineHeight: '22px', margin: '0 0 10px' }}>
                <span style={{ color: ink.mute, fontSize: 14 }}>{label}</span>
                <br />
                {value}
              </Text>
            ))}
          </Section>
          <Button
            href={link.href}
            style={{ background: ink.pen, color: '#ffffff', borderRadius: 8, padding: '13px 20px', fontSize: 16 }}
          >
            {link.label}
          </Button>
          <Text style={{ fontSize: 13, lineHeight: '18px', color: ink.mute, margin: '28px 0 0' }}>{footer}</Text>
          <Link href={link.href} style={{ fontSize: 13, color: ink.mute, wordBreak: 'break-all' }}>
            {link.href}
          </Link>
        </Container>
      </Body>
    </Html>
  )
}
