import * as z from "zod";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { Audit, AuditFields, AuditId, auditLifecycle, mostAudited } from "./audit.ts";
import { cancelAudit, closeAudit, isExpected, startAudit } from "./decisions/audit.ts";
import { scanAssets } from "./endpoints/scan-assets.ts";
import { namedIn } from "./named-in.ts";
import type { AssetContext } from "./table.ts";
import { inState, targets } from "./targets.ts";

const params = z.object({ auditId: AuditId });
const Listed = Audit.omit({ found: true, unexpected: true, unknown: true, missing: true }).meta({
  id: "ListedAssetAudit",
});

type Place = Pick<AuditFields, "stockroomId" | "locationId" | "modelId">;

const placeOf = ({ stockroomId, locationId = "" }: Place): string =>
  stockroomId === undefined ? targets.location(locationId) : targets.stockroom(stockroomId);

/** What the books say is at a place: one more than fits shows that it does not. What is on its way is not there yet. */
const expectedAt = async (place: Place, { assets }: AssetContext): Promise<readonly string[]> => {
  const found: string[] = [];
  const { modelId } = place;
  const only = modelId === undefined ? {} : { prefix: `${modelId}#` };
  for await (const ids of assets.ids({ index: "byPlace", partition: placeOf(place), ...only })) {
    const there = await assets.brief(ids);
    found.push(...there.filter((asset) => isExpected(place, asset)).map(({ id }) => id));
    if (found.length > mostAudited) break;
  }
  return found;
};

/** Physical audits: what is really there, by scanning it. */
export const auditEndpoints = [
  endpoint({
    id: "startAssetAudit",
    summary: "Begin to count what is in a stockroom or at a location, all of it or what is of a model",
    route: "POST /asset-audits",
    permission: "asset:handle",
    body: AuditFields,
    reply: Audit,
    status: 201,
    refusals: ["rule_violation"],
    handle: async ({ body }, context: AssetContext) => {
      const checked = await later(namedIn(body, context));
      const { length } = await expectedAt(body, context);
      return context.audits.create((id) => {
        checked();
        return startAudit(id, body, length);
      });
    },
  }),
  endpoint({
    id: "listAssetAudits",
    summary: "List audits in a state, newest first",
    route: "GET /asset-audits",
    permission: "asset:read_all",
    query: z.strictObject({ state: auditLifecycle.State.default("open"), ...pageQuery }),
    reply: pageOf(Listed),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page } }, { audits }: AssetContext) =>
      audits.list({ index: "byState", partition: inState("audit", state), newestFirst: true }, page),
  }),
  endpoint({
    id: "getAssetAudit",
    summary: "Read an audit with what was found, missing and unexpected",
    route: "GET /asset-audits/{auditId}",
    permission: "asset:read_all",
    params,
    reply: Audit,
    refusals: ["not_found"],
    handle: ({ params: { auditId } }, { audits }: AssetContext) => audits.get(auditId),
  }),
  scanAssets,
  endpoint({
    id: "closeAssetAudit",
    summary: "Everything was scanned; what is on the books here and was not is missing",
    route: "POST /asset-audits/{auditId}/close",
    permission: "asset:handle",
    params,
    body: z.strictObject({
      reportMissing: z.boolean().default(false).describe("Report each of them as missing"),
    }),
    reply: Audit,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: async ({ params: { auditId }, body, ifMatch }, context: AssetContext) => {
      const expected = await expectedAt(await context.audits.get(auditId), context);
      return context.audits.update(auditId, ifMatch, (audit) =>
        closeAudit(audit, expected, body.reportMissing, context.now()),
      );
    },
  }),
  endpoint({
    id: "cancelAssetAudit",
    summary: "Give the count up; nothing is missing for it",
    route: "POST /asset-audits/{auditId}/cancel",
    permission: "asset:handle",
    params,
    body: z.strictObject({}),
    reply: Audit,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { auditId }, ifMatch }, { audits }: AssetContext) =>
      audits.update(auditId, ifMatch, cancelAudit),
  }),
  endpoint({
    id: "listAssetAuditHistory",
    summary: "How a count went",
    route: "GET /asset-audits/{auditId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { auditId }, query }, { audits }: AssetContext) => audits.history(auditId, query),
  }),
];
