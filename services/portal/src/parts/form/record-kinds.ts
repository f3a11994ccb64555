import type { ApiProblem } from "../../api/problem.ts";
import { type ListRoute, usePages } from "../../api/use-pages.ts";
import { myId } from "../../session/me.ts";

/** Kinds of records that are chosen from a list, and how the API lists them. */
const kinds = {
  team: { route: "GET /teams", query: () => ({ state: "active", limit: 100 }) },
  asset: { route: "GET /assets", query: () => ({ holderId: myId(), limit: 100 }) },
  asset_in_stock: { route: "GET /assets", query: () => ({ state: "in_stock", limit: 100 }) },
  model: { route: "GET /requestable-models", query: () => ({ limit: 100 }) },
  asset_model: { route: "GET /asset-models", query: () => ({ state: "active", limit: 100 }) },
  stockroom: { route: "GET /stockrooms", query: () => ({ state: "active", limit: 100 }) },
  location: { route: "GET /asset-locations", query: () => ({ state: "active", limit: 100 }) },
  cost_center: { route: "GET /cost-centers", query: () => ({ state: "active", limit: 100 }) },
  vendor: { route: "GET /vendors", query: () => ({ state: "active", limit: 100 }) },
  contract: { route: "GET /contracts", query: () => ({ state: "active", limit: 100 }) },
  change_template: { route: "GET /change-templates", query: () => ({ state: "approved", limit: 100 }) },
  change_model: { route: "GET /change-models", query: () => ({ state: "active", limit: 100 }) },
  change_board: { route: "GET /change-boards", query: () => ({ state: "active", limit: 100 }) },
  category: { route: "GET /catalog-categories", query: () => ({ state: "active", limit: 100 }) },
  service: { route: "GET /cis", query: () => ({ classId: "business_service", limit: 100 }) },
  catalog_item: { route: "GET /catalog-items", query: () => ({ limit: 100 }) },
} as const satisfies Readonly<
  Record<string, { readonly route: ListRoute; readonly query: () => Readonly<Record<string, unknown>> }>
>;

export type RecordKind = keyof typeof kinds;

export const isRecordKind = (kind: string | undefined): kind is RecordKind =>
  kind !== undefined && Object.hasOwn(kinds, kind);

type Listed = { readonly id: string; readonly name?: string; readonly tag?: string };

/** Records to choose from, as far as they are read. */
export type Records = {
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly problem: ApiProblem | undefined;
  readonly more: () => Promise<void>;
};

/** The records of a kind that the person may choose from. */
export const useRecords = (kind: RecordKind): Records => {
  const { route, query } = kinds[kind];
  const pages = usePages(route as "GET /teams", { query: query() as never }, { everyMs: 0 });
  const items: readonly Listed[] = pages.items;
  return {
    ...pages,
    choices: items.map(({ id, name, tag }) => ({
      id,
      name: [name ?? id, tag].filter(Boolean).join(", "),
    })),
  };
};
