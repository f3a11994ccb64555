import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import type { Bed } from "../bed/start-bed.ts";
import { builtPortal, firstViews } from "../bench/portal/first-views.ts";
import { allPages } from "./all-pages.ts";
import { browserPath, launchBrowser, noBrowser } from "./browser.ts";
import { allJourneys } from "./journeys/all-journeys.ts";
import { judgePage } from "./judge-page.ts";
import { flawless, startLooking } from "./looking.ts";
import { addressOf, pageAddresses } from "./page-addresses.ts";
import { startDemo } from "./start-demo.ts";
import { newContext } from "./visit.ts";

if (browserPath === undefined) console.warn(noBrowser);
const inBrowser = browserPath === undefined ? describe.skip : describe;

/** Somebody's pages one after the other. */
const byPerson = allPages.toSorted((one, other) => one.person.localeCompare(other.person));

inBrowser("the portal in a real browser", () => {
  let bed: Bed;
  let browser: Browser;
  const looking = startLooking();

  beforeAll(async () => {
    mkdirSync(path.resolve("test/browser/screenshots"), { recursive: true });
    [bed, browser] = await Promise.all([startDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await bed?.stop();
  });

  it("loads less than 300 kB of compressed script for the first view of every page", () => {
    const views = firstViews(builtPortal());
    expect(views.length).toBeGreaterThan(30);
    expect(views.filter(({ script }) => script >= 300_000)).toEqual([]);
  });

  it("says at its gate what it is, to who is not signed in", async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.goto(`${bed.url}/change-meetings`);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await judgePage(page)).toEqual([]);
    expect(new URL(page.url()).pathname).toBe("/change-meetings");
    await context.close();
  });

  it.each(allJourneys)("$title", ({ go }) => go({ bed, browser }));

  it.each(byPerson)(
    "the page $name shows what it is for, without complaints of axe or of the browser",
    async (page) => {
      expect(await looking.lookAt({ bed, browser }, page)).toEqual(flawless);
    },
  );

  it("has no page that nobody looked at", async () => {
    await looking.leave();
    const addresses = await pageAddresses();
    const found = looking.seen.map((each) => addressOf(addresses, each));
    expect(addresses.filter((each) => !found.includes(each))).toEqual([]);
  });

  it("photographs no two pages under one name", () => {
    const names = allPages.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
