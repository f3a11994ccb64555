import type { Browser } from "playwright-core";
import type { Bed } from "../../bed/start-bed.ts";

/** The running company and the browser that people use. */
export type World = { readonly bed: Bed; readonly browser: Browser };

/** Something that people come to the portal for, from the first click to the last. */
export type Journey = { readonly title: string; readonly go: (world: World) => Promise<void> };
