import type { Page } from "playwright-core";

/** First contentful and largest contentful paint of the page as it stands, in milliseconds from the start of loading. */
export const paints = (page: Page): Promise<{ readonly first: number; readonly largest: number }> =>
  page.evaluate(
    `new Promise((resolve) => {
      const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
      new PerformanceObserver((list) =>
        resolve({ first, largest: list.getEntries().at(-1)?.startTime ?? NaN }),
      ).observe({ type: "largest-contentful-paint", buffered: true });
    })`,
  );

/** Starts to collect how long the page takes from an input to the next picture (as Interaction to Next Paint does). */
export const watchInteractions = (page: Page): Promise<void> =>
  page.evaluate(
    `globalThis.interactions = [];
     new PerformanceObserver((list) =>
       globalThis.interactions.push(...list.getEntries().filter((e) => e.interactionId > 0).map((e) => e.duration)),
     ).observe({ type: "event", durationThreshold: 16 }); undefined`,
  );

/** The slowest interaction since then; below 16 ms the browser does not tell, which counts as 16. */
export const slowestInteraction = async (page: Page): Promise<number> => {
  await page.waitForTimeout(500);
  return page.evaluate("Math.max(16, ...globalThis.interactions)");
};
