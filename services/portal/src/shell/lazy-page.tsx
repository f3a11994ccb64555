import { type ComponentType, lazy } from "react";
import type { Page } from "../pages/page.ts";

type Parameters = Readonly<Record<string, string>>;

const loaded = new Map<Page, ComponentType<Parameters>>();

/** The page's component; its code is fetched when it is first drawn. */
export const lazyPage = (page: Page): ComponentType<Parameters> => {
  const known = loaded.get(page);
  if (known !== undefined) return known;
  const made = lazy(async () => ({ default: await page.load() }));
  loaded.set(page, made);
  return made;
};
