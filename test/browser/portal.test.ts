import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import type { Bed } from "../bed/start-bed.ts";
import { builtPortal, firstViews } from "../bench/portal/first-views.ts";
import { allPages, type TriedPage } from "./all-pages.ts";
import { browserPath, launchBrowser, noBrowser } from "./browser.ts";
import { allJourneys } from "./journeys/all-journeys.ts";
import { judgePage } from "./judge-page.ts";
import { startDemo } from "./start-demo.ts";
import { visit } from "./visit.ts";

const photographs = path.resolve("test/browser/screenshots");

if (browserPath === undefined) console.warn(noBrowser);
const inBrowser = browserPath === undefined ? describe.skip : describe;

inBrowser("the portal in a real browser", () => {
  let bed: Bed;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(photographs, { recursive: true });
    [bed, browser] = await Promise.all([startDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await bed?.stop();
  });

  const look = async (
    { name, path: address, person, shows }: TriedPage,
    how: { theme?: "light" | "dark"; phone?: boolean },
  ) => {
    const visitor = await visit(browser, bed.url, person, how);
    await visitor.open(typeof address === "string" ? address : await address({ bed, browser }));
    await visitor.page.getByText(shows).filter({ visible: true }).first().waitFor();
    const kind = how.phone ? "phone" : (how.theme ?? "light");
    await visitor.page.screenshot({ path: path.join(photographs, `${name}-${kind}.png`), fullPage: true });
    const verdict = await judgePage(visitor.page);
    await visitor.close();
    return { verdict, complaints: visitor.complaints };
  };

  it("loads less than 300 kB of compressed script for the first view after signing in", () => {
    const views = firstViews(builtPortal());
    const home = views.find(({ page }) => page === "home/home-page");
    expect(home?.script).toBeLessThan(300_000);
  });

  it.each(allJourneys)("$title", ({ go }) => go({ bed, browser }));

  describe.each(allPages)("the page $name", (page) => {
    it("shows what it is for, without complaints of axe or of the browser", async () => {
      expect(await look(page, {})).toEqual({ verdict: [], complaints: [] });
    });

    it("does so in the dark", async () => {
      expect(await look(page, { theme: "dark" })).toEqual({ verdict: [], complaints: [] });
    });

    if (page.onPhone)
      it("does so on a phone", async () => {
        expect(await look(page, { phone: true })).toEqual({ verdict: [], complaints: [] });
      });
  });
});
