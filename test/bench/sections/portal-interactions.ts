import type { Browser } from "playwright-core";
import { fetchToken } from "../../../infra/local/cloud/token.ts";
import { provisionsVariable, startProvisions } from "../../bed/provisions.ts";
import { browserPath, launchBrowser, noBrowser } from "../../browser/browser.ts";
import { startDemo } from "../../browser/start-demo.ts";
import { visit } from "../../browser/visit.ts";
import { serveMap } from "../portal/map-harness.ts";
import { paints, slowestInteraction, watchInteractions } from "../portal/measure.ts";
import type { Section } from "../result.ts";
import { median } from "../stats.ts";

const rows = 1000;
const items = 500;
const runs = 3;

type Figure = { readonly what: string; readonly value: number };

const figure = (what: string, value: number): Figure => ({ what, value: Math.round(value) });

const fill = async (url: string): Promise<void> => {
  const headers = {
    authorization: `Bearer ${await fetchToken(url, "ada.service")}`,
    "content-type": "application/json",
  };
  const open = async (at: number): Promise<void> => {
    const body = JSON.stringify({ title: `Incident ${at} of many`, teamId: "service-desk" });
    const response = await fetch(`${url}/api/incidents`, { method: "POST", headers, body });
    // A busy machine asks to come again; anything else would measure another queue than it says.
    if ([409, 429, 503].includes(response.status)) return open(at);
    if (!response.ok) throw new Error(`incident ${at}: ${response.status} ${await response.text()}`);
  };
  for (let at = 0; at < rows; at += 10)
    await Promise.all(Array.from({ length: 10 }, (_, offset) => open(at + offset)));
};

const measureStart = async (browser: Browser, url: string): Promise<readonly Figure[]> => {
  const found: { first: number; largest: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { page, open, close } = await visit(browser, url, "emma.field");
    await open("/");
    found.push(await paints(page));
    await close();
  }
  return [
    figure("start page: first contentful paint", median(found.map(({ first }) => first))),
    figure("start page: largest contentful paint", median(found.map(({ largest }) => largest))),
  ];
};

const measureQueue = async (browser: Browser, url: string): Promise<readonly Figure[]> => {
  const { page, open, close } = await visit(browser, url, "ada.service");
  await open("/queues/team-service-desk");
  await page
    .getByText(/Incident \d+ of many/)
    .first()
    .waitFor();
  // A search reads the list as far as lists are read: all the rows are there before anything is measured.
  await page.getByRole("searchbox").fill("of many");
  await page.getByText(`among the first ${rows}`).first().waitFor();
  await page.getByRole("searchbox").fill("");
  await watchInteractions(page);
  await page.getByRole("searchbox").pressSequentially("99 of", { delay: 100 });
  const slowest = await slowestInteraction(page);
  await close();
  return [figure(`queue of ${rows} rows: slowest key in the search to the next picture`, slowest)];
};

const measureMap = async (browser: Browser): Promise<readonly Figure[]> => {
  const map = await serveMap();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const begun = performance.now();
  await page.goto(`${map.url}/?count=${items}`);
  await page.locator(".graph-card").first().waitFor();
  const shown = performance.now() - begun;
  await watchInteractions(page);
  for (let at = 0; at < 5; at += 1) await page.getByRole("button", { name: "Zoom In" }).click();
  const slowest = await slowestInteraction(page);
  await page.close();
  await map.stop();
  return [
    figure(`map of ${items} items: shown after`, shown),
    figure(`map of ${items} items: slowest click on zoom to the next picture`, slowest),
  ];
};

const measureAll = async (): Promise<readonly Figure[]> => {
  const provisions = await startProvisions();
  process.env[provisionsVariable] = provisions.url;
  const bed = await startDemo();
  const browser = await launchBrowser();
  try {
    const before = [...(await measureMap(browser)), ...(await measureStart(browser, bed.url))];
    await fill(bed.url);
    return [...before, ...(await measureQueue(browser, bed.url))];
  } finally {
    await browser.close();
    await bed.stop();
    await provisions.stop();
  }
};

/** Figures of the portal as Lighthouse takes them, in a real browser against the whole product on this machine. */
export const portalInteractions = async (): Promise<Section> => {
  const found = browserPath === undefined ? [] : await measureAll();
  return {
    title: "Portal: paints and interactions",
    method:
      browserPath === undefined
        ? noBrowser
        : `Chromium on the same machine; paints are medians of ${runs} visits, interactions the slowest one as Interaction to Next Paint takes it`,
    columns: ["what", "ms"],
    rows: found.map(({ what, value }) => [what, value]),
    findings: found.map((each) => ({ ...each, unit: "ms" })),
  };
};
