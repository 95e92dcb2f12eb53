import createNextIntlPlugin from 'next-intl/plugin'

const home = process.env.CARNET_URL

const withNextIntl = createNextIntlPlugin('./lib/web/i18n.ts')

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  // No picture is made anew for whoever asks: what is served was made small once.
  images: { unoptimized: true },
  // A page's title stands in its head from the first byte, for everybody and not for robots alone.
  htmlLimitedBots: /.*/,
  // A form is taken from where people reach the clinic, whatever name a proxy calls it by.
  experimental: { serverActions: { allowedOrigins: home ? [new URL(home).host] : [] } },
  // `npm run check` checks types; a clinic that starts should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
          { key: 'X-Frame-Options', value: 'DENY' },
        ],
      },
    ]
  },
}

export default withNextIntl(nextConfig)
