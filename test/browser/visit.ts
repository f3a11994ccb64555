import path from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

type Look = { readonly theme?: "light" | "dark"; readonly phone?: boolean };

/** A person in front of the portal, and what the browser complained about. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lines that the page wrote as errors or warnings, and what it threw. */
  readonly complaints: readonly string[];
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const longestMs = 60_000;

/**
 * The browser says so of every answer that is a refusal, which is the API's way of saying no, and of one that says
 * that it is busy, after which the portal asks again.
 */
const isRefusal = (text: string): boolean =>
  /Failed to load resource.*status of (404|409|412|422|400|403|429|503)/.test(text);

const listen = (page: Page, complaints: string[]): void => {
  page.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && !isRefusal(text)) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
};

/** Waits until it shows. A busy machine may have cut a file off: people load a page anew that stays empty. */
const shown = async (page: Page, what: Locator): Promise<void> => {
  await what.waitFor({ timeout: longestMs / 2 }).catch(() => page.reload());
  await what.waitFor();
};

/** Signs somebody in, from the portal's own page on. */
type SignIn = (page: Page, person: string) => Promise<void>;

const byMouse: SignIn = async (page, person) => {
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(`button[value="${person}"]`).click();
};

/** Signs somebody in at the portal's own sign-in page, as people do. */
export const visit = async (
  browser: Browser,
  url: string,
  person: string,
  { theme = "light", phone = false }: Look = {},
  signIn: SignIn = byMouse,
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: phone ? sizes.phone : sizes.desk,
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  context.setDefaultTimeout(longestMs);
  // Runs in the page's world without being a script of the page, which its policy would refuse.
  await context.addInitScript({ path: path.resolve("node_modules/axe-core/axe.min.js") });
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  await page.goto(url);
  await shown(page, page.getByRole("button", { name: "Sign in" }));
  await signIn(page, person);
  const heading = page.getByRole("heading", { level: 1 }).first();
  await shown(page, heading);
  const open = async (path: string): Promise<void> => {
    await page.goto(`${url}${path}`);
    await shown(page, heading);
    await page.waitForLoadState("networkidle");
  };
  return { page, context, complaints, open, close: () => context.close() };
};
