import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** Levels A and AA of WCAG 2.0, 2.1 and 2.2. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page's own world, as far as it is used from here. */
type World = {
  readonly document: unknown;
  readonly axe: { readonly run: (where: unknown, options: unknown) => Promise<AxeResults> };
};

/** What axe has against the page as it is shown: one line per element. */
export const judgePage = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await page.evaluate((runOnly) => {
    const { axe, document } = globalThis as unknown as World;
    return axe.run(document, { runOnly });
  }, rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
};
