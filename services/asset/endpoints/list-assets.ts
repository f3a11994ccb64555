import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { assetLifecycle, ListedAsset, PersonId, Serial, Tag } from "../asset.ts";
import { LocationId, StockroomId } from "../kept-ids.ts";
import { ModelId } from "../model.ts";
import { StockId } from "../stock.ts";
import { type AssetContext, claims } from "../table.ts";
import {
  editProposed,
  overdue,
  targets,
  toReturn,
  unaccepted,
  warrantyEnding,
  withoutCi,
} from "../targets.ts";

const filters = {
  tag: Tag.optional().describe("The one with this inventory number on its label"),
  serial: Serial.optional().describe("With this serial number, whoever made it"),
  holderId: PersonId.optional().describe("What this person has"),
  reservedBy: PersonId.optional().describe("What is reserved for this person"),
  state: assetLifecycle.State.optional().describe("In this state, newest first"),
  modelId: ModelId.optional().describe("Of this model, newest first"),
  stockroomId: StockroomId.optional().describe("In this stockroom, or on the way there"),
  locationId: LocationId.optional().describe("At this location, and in no stockroom"),
  withoutCi: z.literal("true").optional().describe("That should have a configuration item and have none"),
  editProposed: z.literal("true").optional().describe("Of which an edit waits for approval, longest first"),
  toReturn: z.literal("true").optional().describe("That are to come back: asked back or lent, soonest first"),
  overdue: z.literal("true").optional().describe("That were not brought back in time, longest first"),
  unaccepted: z
    .literal("true")
    .optional()
    .describe("Whose holder has not confirmed having them, or says not to have them, longest first"),
  warrantyEnding: z.literal("true").optional().describe("Whose warranty ends within 30 days, soonest first"),
  available: StockId.optional().describe("What a stockroom has of a model to hand out, longest there first"),
};
type Filters = { [K in keyof typeof filters]?: string | undefined };

const chosen = (query: Filters) =>
  (Object.keys(filters) as (keyof Filters)[]).filter((name) => query[name] !== undefined);

const Query = z
  .strictObject({ ...filters, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time");

const asks = {
  serial: (serial: string) => ({ index: "bySerial", partition: serial.toUpperCase() }),
  holderId: (id: string) => ({ index: "byHolder", partition: targets.holder(id) }),
  reservedBy: (id: string) => ({ index: "byTarget", partition: targets.reservedBy(id), edges: true }),
  state: (state: string) => ({ index: "byState", partition: state, newestFirst: true }),
  modelId: (id: string) => ({ index: "byModel", partition: id, newestFirst: true }),
  stockroomId: (id: string) => ({ index: "byPlace", partition: targets.stockroom(id) }),
  locationId: (id: string) => ({ index: "byPlace", partition: targets.location(id) }),
  withoutCi: () => ({ index: "byTarget", partition: withoutCi }),
  editProposed: () => ({ index: "byTarget", partition: editProposed, edges: true }),
  toReturn: () => ({ index: "byTarget", partition: toReturn, edges: true }),
  overdue: () => ({ index: "byTarget", partition: overdue, edges: true }),
  unaccepted: () => ({ index: "byTarget", partition: unaccepted, edges: true }),
  // What has ended already is not news any more.
  warrantyEnding: (_true: string, today: string) => ({
    ...{ index: "byTarget", partition: warrantyEnding, edges: true },
    from: today,
  }),
  available: (id: string) => ({ index: "available", partition: id }),
};

/** A tag is a claim, and so found at once; nobody waits for an index with the scanner in hand. */
const byTag = async (tag: string, { assets }: AssetContext) => {
  const holder = await assets.holder(claims.tag(tag));
  return { items: holder === undefined ? [] : [await assets.get(holder)] };
};

/** Who may not read all asks for their own: nobody walks through pages of what they may not see. */
const refuseOthers = (actor: Actor, query: Filters): void => {
  const own = query.holderId === actor.id || query.reservedBy === actor.id;
  if (!own && !may(actor, "asset:read_all"))
    throw new Refusal("forbidden", "Ask with holderId or reservedBy: your own");
};

export const listAssets = endpoint({
  id: "listAssets",
  summary: "List assets by one filter; the newest without any",
  route: "GET /assets",
  permission: "asset:read",
  query: Query,
  reply: pageOf(ListedAsset),
  refusals: ["invalid_cursor"],
  handle: async ({ query, actor }, context: AssetContext) => {
    refuseOthers(actor, query);
    const [name] = chosen(query);
    if (name === "tag") return byTag(String(query.tag), context);
    const ask = name
      ? asks[name](String(query[name]), context.now().slice(0, 10))
      : { index: "newest", partition: "all", newestFirst: true };
    return context.assets.list(ask, query);
  },
});
