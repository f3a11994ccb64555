import path from "node:path";
import type { Browser, BrowserContext, ConsoleMessage, Locator, Page, Request } from "playwright-core";

type Look = { readonly theme?: "light" | "dark"; readonly phone?: boolean };

/** A person in front of the portal, and what the browser complained about. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lines that the page wrote as errors or warnings, and what it threw; refusals with the address refused. */
  readonly complaints: readonly string[];
  /** Loads the portal anew at this address. */
  readonly open: (path: string) => Promise<void>;
  /** Goes to this address in the portal that is loaded already, as by a link. */
  readonly goTo: (path: string) => Promise<void>;
  /** Resolves when the page asks for nothing any more. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const longestMs = 60_000;
/** Without a request for so long, a page waits for nobody. */
const quietMs = 150;

/** The browser says so of an answer that the system is busy, after which the portal asks again. */
const isBusy = (text: string): boolean => /Failed to load resource.*status of (429|503)/.test(text);

/** Complaints without the refusals that belong to what was done, such as `/412 .*\/incidents\//`. */
export const besides = (complaints: readonly string[], refused: RegExp): readonly string[] =>
  complaints.filter((each) => !refused.test(each));

const complaintOf = (message: ConsoleMessage): string => {
  const { url } = message.location();
  return /Failed to load resource/.test(message.text()) ? `${message.text()} ${url}` : message.text();
};

const listen = (page: Page, complaints: string[]): void => {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isBusy(message.text()))
      complaints.push(complaintOf(message));
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
};

/** Knows which requests are under way, without looking again and again. */
const watchRequests = (page: Page): (() => Promise<void>) => {
  const underWay = new Set<Request>();
  let changed = (): void => {};
  const end = (request: Request): void => {
    underWay.delete(request);
    changed();
  };
  page.on("request", (request) => {
    underWay.add(request);
    changed();
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return () =>
    new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const never = (): void =>
        reject(new Error(`no end: ${[...underWay].map((each) => each.url()).join(", ")}`));
      const limit = setTimeout(never, longestMs);
      const done = (): void => {
        clearTimeout(limit);
        changed = () => {};
        resolve();
      };
      changed = () => {
        clearTimeout(timer);
        timer = underWay.size === 0 ? setTimeout(done, quietMs) : undefined;
      };
      changed();
    });
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

/** A browser of its own, with nobody signed in. */
export const newContext = async (
  browser: Browser,
  { theme = "light", phone = false }: Look = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: phone ? sizes.phone : sizes.desk,
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  context.setDefaultTimeout(longestMs);
  // Runs in the page's world without being a script of the page, which its policy would refuse.
  await context.addInitScript({ path: path.resolve("node_modules/axe-core/axe.min.js") });
  return context;
};

/** Signs somebody in at the portal's own sign-in page, as people do. */
export const visit = async (
  browser: Browser,
  url: string,
  person: string,
  look: Look = {},
  signIn: SignIn = byMouse,
): Promise<Visit> => {
  const context = await newContext(browser, look);
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  const settled = watchRequests(page);
  await page.goto(url);
  await shown(page, page.getByRole("button", { name: "Sign in" }));
  await signIn(page, person);
  const heading = page.getByRole("heading", { level: 1 }).first();
  await shown(page, heading);
  const open = async (address: string): Promise<void> => {
    await page.goto(`${url}${address}`);
    await shown(page, heading);
    await settled();
  };
  const goTo = async (address: string): Promise<void> => {
    await page.evaluate(`history.pushState(null, "", ${JSON.stringify(address)})`);
    await page.locator("h1").filter({ visible: true }).first().waitFor();
    await settled();
  };
  return { page, context, complaints, open, goTo, settled, close: () => context.close() };
};
