import { type Actor, may } from "../../shared/access/actor.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { type AssetRequest, claimOf } from "./asset-request.ts";
import { inState, targets } from "./targets.ts";

/** Whom it is for, who asked, and who hands out. */
export const mayWithdraw = (actor: Actor, { personId, requesterId }: AssetRequest): boolean =>
  personId === actor.id || requesterId === actor.id || may(actor, "asset:handle");

/** Seen by whom it is for, who asked, and who works with assets. */
const viewAssetRequest = (actor: Actor, request: AssetRequest): AssetRequest | undefined => {
  const isOwn = request.personId === actor.id || request.requesterId === actor.id;
  if (!(isOwn && may(actor, "asset:request")) && !may(actor, "asset:read_all")) return undefined;
  const isOpen = request.state === "open";
  const actions = [
    ...(isOpen && mayWithdraw(actor, request) ? ["withdraw"] : []),
    ...(isOpen && may(actor, "asset:handle") ? ["decline"] : []),
  ];
  return { ...request, actions };
};

export const assetRequestRecords: RecordType<AssetRequest> = {
  prefix: "ARQ",
  indexes: ({ id, state, personId, createdAt }) => ({
    byState: { partition: inState("request", state), order: `${createdAt}#${id}` },
    byHolder: { partition: targets.requestOf(personId), order: `${createdAt}#${id}` },
  }),
  claims: (request) => (request.state === "open" ? [claimOf(request)] : []),
  long: [],
  view: viewAssetRequest,
  viewEntry: withoutSnapshot("request"),
};
