import { usePages } from "../../api/use-pages.ts";

const all = { query: { limit: 100 } };
/** They hardly ever change. */
const once = { everyMs: 0 };

type Named = { readonly id: string; readonly name: string };

const namesOf = (items: readonly Named[]): ((id: string | undefined) => string | undefined) => {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (id) => (id === undefined ? undefined : (names.get(id) ?? id));
};

/** Stockrooms, with how they are called. */
export const useStockrooms = () => {
  const { items } = usePages("GET /stockrooms", all, once);
  return { items, nameOf: namesOf(items) };
};

/** Places where assets are used. */
export const useLocations = () => {
  const { items } = usePages("GET /asset-locations", all, once);
  return { items, nameOf: namesOf(items) };
};

/** From whom something is bought. */
export const useVendors = () => namesOf(usePages("GET /vendors", all, once).items);

/** Who pays. */
export const useCostCenters = () => namesOf(usePages("GET /cost-centers", all, once).items);

/** What is bought again and again. */
export const useModels = () => {
  const { items } = usePages("GET /asset-models", all, once);
  return { items, nameOf: namesOf(items), byId: new Map(items.map((each) => [each.id, each])) };
};
