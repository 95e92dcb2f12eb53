import { cameraPhoto } from '@/tests/fixtures/pictures/camera-photo'
import { backstage } from './backstage'
import { expect, test } from './people'
import { clinicUnderTest } from './under-test'

const { address } = clinicUnderTest

test('the admin says when the clinic is open and who a doctor is, with a photo, and patients read it', async ({
  page,
  signedIn,
}) => {
  const admin = await signedIn('ada')
  await admin.goto('/clinic/place')
  await admin.getByLabel('Sunday').fill('whenever')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('We cannot read these hours.')).toBeVisible()
  await expect(admin.getByLabel('Sunday')).toHaveValue('whenever')
  await admin.getByLabel('Sunday').fill('10–11:30')
  await admin.getByRole('textbox', { name: 'Getting here, in English' }).fill('By boat.\n\n- Pier 4')
  await expect(admin.getByRole('region', { name: 'Preview: Getting here, in English' })).toContainText('Pier 4')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Saved. Patients see it already.')).toBeVisible()
  await page.goto('/contact')
  await expect(page.getByRole('main')).toContainText('Sunday, 10:00 – 11:30')
  await expect(page.getByRole('main')).toContainText('By boat.')
  expect(await page.getByRole('link', { name: /See on a map/ }).getAttribute('href')).toContain('openstreetmap')

  await admin.goto('/clinic/people/claire-moreau')
  await admin.getByRole('link', { name: 'Profile' }).click()
  await admin.getByRole('textbox', { name: 'A few sentences, in English' }).fill('She plays the cello.')
  await admin.getByLabel('Wolof').check()
  await admin.getByRole('radio', { name: 'Sector 2, Optam' }).check()
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Saved. Patients see it already.')).toBeVisible()
  const file = { name: 'claire.jpg', mimeType: 'image/jpeg' }
  await admin.getByLabel('Choose a photo').setInputFiles({ ...file, buffer: Buffer.from('<svg/>') })
  await admin.getByRole('button', { name: 'Use this photo' }).click()
  await expect(admin.getByText('This file is not a photo we can read.')).toBeVisible()
  await admin.getByLabel('Choose a photo').setInputFiles({ ...file, buffer: await cameraPhoto() })
  await admin.getByRole('button', { name: 'Use this photo' }).click()
  await expect(admin.getByText('The photo is online.')).toBeVisible()
  await page.goto('/doctors/claire-moreau')
  await expect(page.getByRole('main')).toContainText('General practitioner, sector 2, Optam')
  await expect(page.getByRole('main')).toContainText('She plays the cello.')
  await expect(page.getByRole('main')).toContainText('Speaks French, Spanish and Wolof')
  const photo = page.locator('main img')
  await expect(photo).toHaveJSProperty('naturalWidth', 512)
  const served = await page.request.get((await photo.getAttribute('src')) ?? '')
  expect(served.headers()).toMatchObject({
    ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
    'cache-control': 'public, max-age=31536000, immutable',
  })
  for (const closed of ['/api/photos/nonsense', '/_next/image?url=%2Fog.png&w=640&q=75'])
    expect((await page.request.get(closed)).status(), closed).toBe(404)
  const sent = { multipart: { photo: { ...file, buffer: Buffer.alloc(12_500_000) } }, maxRedirects: 0 }
  const tooLarge = await admin.request.post('/api/doctors/claire-moreau/photo', sent)
  expect(tooLarge.headers().location).toContain('photo_too_large')
  const foreign = await admin.request.post('/api/doctors/claire-moreau/photo', {
    ...{ headers: { 'sec-fetch-site': 'cross-site' }, multipart: {}, maxRedirects: 0 },
  })
  expect(foreign.status()).toBe(403)

  await admin.getByRole('button', { name: 'Remove the photo' }).click()
  await expect(admin.getByText('Without a photo, the initials are shown.')).toBeVisible()
})

test('what anybody may find says what it is under one address, whatever host is asked; what is private is not kept', async ({
  page,
}) => {
  const { request } = page
  const headOf = async (path: string, headers = {}) => {
    const html = await (await request.get(path, { headers: { 'accept-language': 'fr', ...headers } })).text()
    const read = (pattern: RegExp) => pattern.exec(html)?.[1]
    return {
      title: read(/<title>(.*?)<\/title>/),
      canonical: read(/rel="canonical" href="(.*?)"/),
      robots: read(/name="robots" content="(.*?)"/),
      picture: read(/property="og:image" content="(.*?)"/),
      data: read(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s),
    }
  }
  const doctor = await headOf('/doctors/helene-vasseur?week=2', { 'x-forwarded-host': 'evil.example' })
  expect(doctor).toMatchObject({
    title: 'Prendre rendez-vous – Dre Hélène Vasseur, pédiatre, Les Lilas',
    canonical: new URL('/doctors/helene-vasseur', address).href,
    robots: 'index, follow',
    picture: new URL('/og.png', address).href,
  })
  expect(JSON.parse(doctor.data ?? '')['@graph'][1]).toMatchObject({ '@type': 'Physician', name: 'Dre Hélène Vasseur' })
  for (const path of ['/', '/contact', '/legal', '/privacy', '/accessibility'])
    expect((await headOf(path)).robots, path).toBe('index, follow')
  const [visit] = await backstage((db) => db.appointment.findMany({ take: 1 }))
  for (const path of ['/my-visits', '/sign-in', '/v/nonsense', `/book/helene-vasseur/${visit?.startsAt.toISOString()}`])
    expect((await headOf(path)).robots, path).toContain('noindex')
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain(`<loc>${new URL('/doctors/idris-okafor', address).href}</loc>`)
  expect(await (await request.get('/robots.txt')).text()).toContain(new URL('/sitemap.xml', address).href)
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  for (const { src } of [...manifest.icons, { src: '/favicon.ico' }, { src: '/apple-icon.png' }, { src: '/og.png' }])
    expect((await request.get(src)).status(), src).toBe(200)
})
