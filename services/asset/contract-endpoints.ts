import * as z from "zod";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { unknownId } from "../../shared/kept/named.ts";
import { AssetId } from "./asset.ts";
import { Contract, ContractFields, ContractId, contractLifecycle } from "./contract.ts";
import { Cancellation, cancelContract, changeContract, Renewal, renew, sign } from "./decisions/contract.ts";
import { namedIn } from "./named-in.ts";
import type { AssetContext } from "./table.ts";
import { contractEnding, inState, targets } from "./targets.ts";

const params = z.object({ contractId: ContractId });
const Listed = Contract.omit({ note: true, assetIds: true }).meta({ id: "ListedContract" });

const Query = z
  .strictObject({
    state: contractLifecycle.State.optional().describe(
      "In this state, by their last day; active unless given",
    ),
    assetId: AssetId.optional().describe("That cover this asset"),
    ending: z.literal("true").optional().describe("Of which it was told that they end, soonest first"),
    ...pageQuery,
  })
  .refine(
    (query) => [query.state, query.assetId, query.ending].filter((each) => each !== undefined).length <= 1,
    "Ask by one filter at a time",
  );

/** What it names must be there: vendor, cost center and the assets it covers. */
const mustExist = async (fields: ContractFields, context: AssetContext): Promise<void> => {
  await namedIn(fields, context);
  const { assetIds } = fields;
  const there = await context.assets.present(assetIds);
  const missing = assetIds.findIndex((id) => !there.has(id));
  if (missing >= 0) throw unknownId(String(assetIds[missing]), `body.assetIds.${missing}`);
};

/** Contracts with vendors: what they cover, what they cost, and when they end. */
export const contractEndpoints = [
  endpoint({
    id: "signContract",
    summary: "Keep a contract with a vendor, and the assets it covers",
    route: "POST /contracts",
    permission: "asset:manage",
    body: ContractFields,
    reply: Contract,
    status: 201,
    refusals: ["rule_violation"],
    handle: async ({ body }, context: AssetContext) => {
      const checked = await later(mustExist(body, context));
      return context.contracts.create((id) => {
        checked();
        return sign(id, body);
      });
    },
  }),
  endpoint({
    id: "listContracts",
    summary: "List contracts by state, soonest to end first, by asset, or those that end soon",
    route: "GET /contracts",
    permission: "asset:read_costs",
    query: Query,
    reply: pageOf(Listed),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state = "active", assetId, ending, ...page } }, { contracts }: AssetContext) => {
      const target = assetId === undefined ? ending && contractEnding : targets.covers(assetId);
      return contracts.list(
        target === undefined
          ? { index: "byState", partition: inState("contract", state) }
          : { index: "byTarget", partition: target, edges: true },
        page,
      );
    },
  }),
  endpoint({
    id: "getContract",
    summary: "Read a contract; its ETag is its version",
    route: "GET /contracts/{contractId}",
    permission: "asset:read_costs",
    params,
    reply: Contract,
    refusals: ["not_found"],
    handle: ({ params: { contractId } }, { contracts }: AssetContext) => contracts.get(contractId),
  }),
  endpoint({
    id: "changeContract",
    summary: "Say anew what a contract is; what is not given is gone",
    route: "PUT /contracts/{contractId}",
    permission: "asset:manage",
    params,
    body: ContractFields,
    reply: Contract,
    needsVersion: true,
    refusals: ["not_found", "illegal_transition", "rule_violation"],
    handle: async ({ params: { contractId }, body, ifMatch }, context: AssetContext) => {
      const checked = await later(mustExist(body, context));
      return context.contracts.update(contractId, ifMatch, (contract) => {
        checked();
        return changeContract(contract, body);
      });
    },
  }),
  endpoint({
    id: "renewContract",
    summary: "It goes on until a later day",
    route: "POST /contracts/{contractId}/renew",
    permission: "asset:manage",
    params,
    body: Renewal,
    reply: Contract,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { contractId }, body, ifMatch }, { contracts }: AssetContext) =>
      contracts.update(contractId, ifMatch, (contract) => renew(contract, body)),
  }),
  endpoint({
    id: "cancelContract",
    summary: "It ends, and why",
    route: "POST /contracts/{contractId}/cancel",
    permission: "asset:manage",
    params,
    body: Cancellation,
    reply: Contract,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { contractId }, body, ifMatch }, { contracts }: AssetContext) =>
      contracts.update(contractId, ifMatch, (contract) => cancelContract(contract, body)),
  }),
  endpoint({
    id: "listContractHistory",
    summary: "What became of a contract",
    route: "GET /contracts/{contractId}/history",
    permission: "asset:read_costs",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { contractId }, query }, { contracts }: AssetContext) =>
      contracts.history(contractId, query),
  }),
];
