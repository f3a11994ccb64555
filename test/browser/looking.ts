import path from "node:path";
import type { World } from "./journeys/journey.ts";
import { colourRules, judgePage } from "./judge-page.ts";
import type { TriedPage } from "./tried-page.ts";
import { besides, sizes, type Visit, visit } from "./visit.ts";

const photographs = path.resolve("test/browser/screenshots");

/** What was wrong with a page, by how it was looked at. */
export type Verdict = {
  readonly light: readonly string[];
  readonly dark: readonly string[];
  readonly phone: readonly string[];
  readonly complaints: readonly string[];
};

export const flawless: Verdict = { light: [], dark: [], phone: [], complaints: [] };

type Seat = { readonly person: string; readonly visit: Visit };

/**
 * Looks at pages one after the other. Whoever looks at several signs in once and goes from one to the next as by a link;
 * the dark and the narrow look are those of the page that is shown, as when somebody's evening comes or a window shrinks.
 */
export const startLooking = () => {
  let seat: Seat | undefined;
  const seen: string[] = [];
  const leave = async (): Promise<void> => {
    await seat?.visit.close();
    seat = undefined;
  };
  const sitDown = async ({ bed, browser }: World, person: string): Promise<Visit> => {
    if (seat?.person !== person) {
      await leave();
      seat = { person, visit: await visit(browser, bed.url, person) };
    }
    return seat.visit;
  };
  const photograph = ({ page }: Visit, name: string): Promise<unknown> =>
    page.screenshot({ path: path.join(photographs, `${name}.png`), fullPage: true });

  const lookAt = async (world: World, { name, onPhone = false, ...tried }: TriedPage): Promise<Verdict> => {
    const visitor = await sitDown(world, tried.person);
    const { page, complaints } = visitor;
    const before = complaints.length;
    const address = typeof tried.path === "string" ? tried.path : await tried.path(world);
    seen.push(new URL(address, world.bed.url).pathname);
    await visitor.goTo(address);
    await page.getByText(tried.shows).filter({ visible: true }).first().waitFor();
    await visitor.settled();
    await photograph(visitor, `${name}-light`);
    const light = await judgePage(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator(".awsui-dark-mode").first().waitFor({ state: "attached" });
    await photograph(visitor, `${name}-dark`);
    const dark = await judgePage(page, colourRules);
    await page.emulateMedia({ colorScheme: "light" });
    let phone: readonly string[] = [];
    if (onPhone) {
      await page.setViewportSize(sizes.phone);
      await page.getByText(tried.shows).filter({ visible: true }).first().waitFor();
      await visitor.settled();
      await photograph(visitor, `${name}-phone`);
      phone = await judgePage(page);
      await page.setViewportSize(sizes.desk);
    }
    const told = (tried.refused ?? []).reduce(besides, complaints.slice(before) as readonly string[]);
    return { light, dark, phone, complaints: told };
  };

  return {
    /** Where they have been so far. */
    seen: seen as readonly string[],
    leave,
    lookAt: async (world: World, tried: TriedPage): Promise<Verdict> => {
      try {
        return await lookAt(world, tried);
      } catch (error) {
        // The next page is looked at by somebody who comes anew.
        await leave();
        throw error;
      }
    },
  };
};
