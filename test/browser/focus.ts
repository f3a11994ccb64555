import type { Page } from "playwright-core";

/** More steps than a page has before its content: the way there is no way then. */
const mostSteps = 120;

/** The page's own world, as far as it is used from here. */
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type Style = { readonly outlineStyle: string; readonly outlineWidth: string; readonly boxShadow: string };
type Seen = {
  readonly parentElement: Seen | null;
  readonly contains: (other: Seen | null) => boolean;
  readonly matches: (selector: string) => boolean;
  readonly getBoundingClientRect: () => Box;
};
type World = {
  readonly document: {
    readonly activeElement: Seen | null;
    readonly body: Seen;
    readonly elementFromPoint: (x: number, y: number) => Seen | null;
  };
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly getComputedStyle: (element: Seen, pseudo?: string) => Style;
};

/** What is wrong with where the focus is, in a sentence; undefined where one sees it: in view, uncovered, with a ring. */
export const focusFault = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { document, getComputedStyle, innerHeight, innerWidth } = globalThis as unknown as World;
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return "nothing has the focus";
    if (!focused.matches(":focus-visible")) return "the focus is not shown";
    const { left, top, width, height } = focused.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)];
    if (width === 0 || height === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight)
      return "the focus is out of view";
    const over = document.elementFromPoint(x, y);
    if (over === null || !(focused.contains(over) || over.contains(focused))) return "the focus is covered";
    const hasRing = (element: Seen, pseudo?: string): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, pseudo);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    // Some controls have their ring around what they stand in.
    const around = [focused, focused.parentElement].filter((each) => each !== null);
    return around.some((each) => hasRing(each) || hasRing(each, "::before") || hasRing(each, "::after"))
      ? undefined
      : "the focus has no ring";
  });

/** Presses Tab (or Shift+Tab) until the element has the focus, which is seen there. */
export const tabTo = async (page: Page, selector: string, key = "Tab"): Promise<void> => {
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press(key);
    if ((await page.locator(`:is(${selector}):focus`).count()) === 0) continue;
    const fault = await focusFault(page);
    if (fault !== undefined) throw new Error(`${selector}: ${fault}`);
    return;
  }
  throw new Error(`${key} does not lead to ${selector}`);
};
