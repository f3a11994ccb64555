import type { Page } from "../page.ts";

type Load = Page["load"];
type Told = { readonly many: string; readonly new: string };

/** List, new and one of a kind of kept records. */
export const keptPages = (
  address: string,
  { many, new: newOne }: Told,
  load: { readonly list: Load; readonly new: Load; readonly one: Load },
  place?: Page["place"],
): readonly Page[] => [
  { path: address, title: many, ...(place === undefined ? {} : { place }), load: load.list },
  { path: `${address}/new`, title: newOne, load: load.new },
  { path: `${address}/:id`, title: many, load: load.one },
];

/** A page of a module that is given an id. */
export const withId = (load: () => Promise<(props: { readonly id: string }) => unknown>): Load =>
  load as unknown as Load;
