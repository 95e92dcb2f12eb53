import { headers } from 'next/headers'
import { asScript } from '@/lib/views/clinic/structured-data'

/** What the page is about, for search engines. It is data, and the policy lets nothing else stand in a script anyway. */
export async function StructuredData({ graph }: { graph: readonly object[] }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can begin
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: asScript(graph) }} />
}
