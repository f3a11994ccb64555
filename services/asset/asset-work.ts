import * as z from "zod";
import type { Ask } from "../../shared/dynamo/query.ts";
import type { AssetContext } from "./table.ts";
import {
  contractEnding,
  editProposed,
  entitlementEnding,
  inState,
  overdue,
  toReturn,
  unaccepted,
  warrantyEnding,
  withoutCi,
} from "./targets.ts";

const kinds = [
  "overdue",
  "to_return",
  "unaccepted",
  "edit_proposed",
  "asset_requests",
  "low_stock",
  "warranty_ending",
  "contract_ending",
  "entitlement_ending",
  "over_used_licences",
  "without_ci",
  "unaccounted_cis",
] as const;

/** More than somebody does in a day; counting on would only cost. */
export const mostCounted = 100;

export const AssetWork = z
  .object({
    lists: z.array(
      z.object({
        kind: z.enum(kinds),
        count: z.number().int().describe(`Counted up to ${mostCounted}`),
        isMore: z.boolean().describe("There are more than were counted"),
        path: z.string().describe("Where it is listed, with its query"),
      }),
    ),
  })
  .meta({ id: "AssetWork" });
export type AssetWork = z.infer<typeof AssetWork>;

type Counted = Pick<AssetContext["assets"], "count">;
type List = {
  readonly kind: (typeof kinds)[number];
  readonly records: (context: AssetContext) => Counted;
  readonly ask: Ask;
  readonly path: string;
  /** For those only who answer for money. */
  readonly costs?: true;
};

const ofAssets = (kind: List["kind"], partition: string, path: string, from?: string): List => ({
  kind,
  records: ({ assets }) => assets,
  ask: { index: "byTarget", partition, ...(from === undefined ? {} : { from }) },
  path: `/assets?${path}=true`,
});

/** What waits for those who answer for assets, each a list of its own; `today` as a date. */
export const workLists = (today: string): readonly List[] => [
  ofAssets("overdue", overdue, "overdue"),
  ofAssets("to_return", toReturn, "toReturn"),
  ofAssets("unaccepted", unaccepted, "unaccepted"),
  ofAssets("edit_proposed", editProposed, "editProposed"),
  {
    kind: "asset_requests",
    records: ({ assetRequests }) => assetRequests,
    ask: { index: "byState", partition: inState("request", "open") },
    path: "/asset-requests?state=open",
  },
  {
    kind: "low_stock",
    records: ({ stocks }) => stocks,
    ask: { index: "lowStock", partition: "low" },
    path: "/stock",
  },
  ofAssets("warranty_ending", warrantyEnding, "warrantyEnding", today),
  {
    kind: "contract_ending",
    records: ({ contracts }) => contracts,
    ask: { index: "byTarget", partition: contractEnding },
    path: "/contracts?ending=true",
    costs: true,
  },
  {
    kind: "entitlement_ending",
    records: ({ entitlements }) => entitlements,
    ask: { index: "byTarget", partition: entitlementEnding },
    path: "/entitlements?ending=true",
    costs: true,
  },
  {
    kind: "over_used_licences",
    records: ({ positions }) => positions,
    ask: { index: "byState", partition: inState("position", "over_used") },
    path: "/licence-positions?state=over_used",
  },
  ofAssets("without_ci", withoutCi, "withoutCi"),
  {
    kind: "unaccounted_cis",
    records: ({ unaccounted }) => unaccounted,
    ask: { index: "byState", partition: inState("unaccounted", "open") },
    path: "/unaccounted-cis?state=open",
  },
];
