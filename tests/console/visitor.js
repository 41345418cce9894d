// A person in front of Chromium: what the tests do with the pages, in words.
import { createHmac } from 'node:crypto'
import { readFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer from 'puppeteer-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// RFC 6238 with what the server has: SHA-1, six digits, 30 seconds.
export function totp(secretHex, seconds) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)))
  const hash = createHmac('sha1', Buffer.from(secretHex, 'hex')).update(counter).digest()
  const at = hash[hash.length - 1] & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export function launch() {
  return puppeteer.launch({
    executablePath: process.env.FILM_CHROMIUM,
    headless: true,
    // Chromium does not sandbox what root starts; the only pages here are ours.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--lang=en-GB'],
  })
}

export class Visitor {
  constructor(page, url) {
    this.page = page
    this.url = url
    this.problems = []
    // What a page may not load or run shows here, and so does what it cannot find.
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text())
    })
    page.on('pageerror', (error) => this.problems.push(String(error)))
  }

  static async begin(browser, url) {
    const context = await browser.createBrowserContext()
    return new Visitor(await context.newPage(), url)
  }

  async look(width, scheme, height = 800) {
    await this.page.setViewport({ width, height })
    await this.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  }

  goTo(path) {
    return this.page.goto(this.url + path, { waitUntil: 'load' })
  }

  path() {
    const at = new URL(this.page.url())
    return at.pathname + at.search
  }

  // Presses what says exactly this (of several, the first that is seen) and waits for the next page.
  async press(words, within = 'body') {
    const [found] = await this.page.$$(`${within} ::-p-xpath(.//*[self::a or self::button][normalize-space()="${words}"])`)
    if (!found) throw new Error(`nothing says “${words}” on ${this.path()}`)
    await Promise.all([this.page.waitForNavigation(), found.click()])
  }

  async fill(values) {
    for (const [name, value] of Object.entries(values)) await this.page.type(`main [name="${name}"]`, value)
  }

  async signIn({ login, password }, code) {
    await this.fill({ login, password })
    await this.press('Sign in')
    await this.fill({ code })
    await this.press('Sign in')
  }

  text(selector = 'main') {
    return this.page.$eval(selector, (element) => element.innerText)
  }

  // Rules of axe-core that are broken: WCAG 2.1 A and AA, and what it calls best practice.
  async barriers() {
    await this.page.evaluate(axe)
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')}`)
  }

  // How far the page is wider than the window.
  overhang() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }

  async picture(folder, name) {
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }
}
