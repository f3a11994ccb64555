import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** Levels A and AA of WCAG 2.0, 2.1 and 2.2. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page's own world, as far as it is used from here. */
type World = {
  readonly document: unknown;
  readonly axe: { readonly run: (where: unknown, options: unknown) => Promise<AxeResults> };
};

/** Rules about colours: all that another theme can break of a page that is otherwise the same. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe has against the page as it is shown: one line per element; by some of its rules, or by all of the levels. */
export const judgePage = async (page: Page, only?: readonly string[]): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(
    ({ values, type }) => {
      const { axe, document } = globalThis as unknown as World;
      return axe.run(document, { runOnly: { type, values }, resultTypes: ["violations"] });
    },
    { values: only ?? rules, type: only === undefined ? "tag" : "rule" },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
};
