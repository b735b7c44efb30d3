// Firefox over WebDriver BiDi: reads one line of JSON for each thing to do, answers with one line.
// usage: node firefox.mjs THEME FIREFOX DOWNLOADS
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [theme, executablePath, downloads] = process.argv.slice(2);
const { resolve } = createRequire(join(theme, "package.json"));
const { default: puppeteer } = await import(pathToFileURL(resolve("puppeteer-core")).href);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: {
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    // Firefox asks with a menu of its own, which no driver can press.
    "dom.events.testing.asyncClipboard": true,
    // A test must not wait for a network that it may not have, nor use one that it has.
    "network.dns.disabled": true,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  },
});
// A page with answers that were not saved asks before it is left: the person leaves all the same.
const opened = async () => {
  const made = await browser.newPage();
  made.on("dialog", (dialog) => dialog.accept());
  return made;
};
let page = await opened();

const found = async (selector) => {
  const element = await page.$(selector);
  if (element === null) throw new Error(`nothing is at ${selector}`);
  return element;
};

const deeds = {
  version: () => browser.version(),
  open: async (address, width, height) => {
    const old = page;
    page = await opened();
    await old.close();
    await page.setViewport({ width, height });
    await page.goto(address);
  },
  go: async (address) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  ask: (script, values) => page.evaluate(`(${script})(...${JSON.stringify(values)})`),
  click: async (selector) => {
    const element = await found(selector);
    await element.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await element.click();
  },
  write: async (selector, text) => (await found(selector)).type(text),
  press: (key) => page.keyboard.press(key === "Space" ? " " : key),
  pressWithControl: async (key) => {
    await page.keyboard.down("Control");
    await page.keyboard.press(key);
    await page.keyboard.up("Control");
  },
  type: (text) => page.keyboard.type(text),
  chooseFile: async (selector, path) => (await found(selector)).uploadFile(path),
  printed: async () => Buffer.from(await page.pdf({ format: "a4", preferCSSPageSize: true })).toString("base64"),
};

const answer = (said) => process.stdout.write(`${JSON.stringify(said)}\n`);
answer({ value: await browser.version() });
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...values] = JSON.parse(line);
  try {
    answer({ value: (await deeds[name](...values)) ?? null });
  } catch (error) {
    answer({ error: `${name}: ${error.message}` });
  }
}
await browser.close();
