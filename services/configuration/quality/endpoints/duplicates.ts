import * as z from "zod";
import { Refusal } from "../../../../shared/domain/refusal.ts";
import { later } from "../../../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../../shared/http/history-item.ts";
import { named } from "../../../../shared/kept/named.ts";
import { byId } from "../../by-id.ts";
import { CiId } from "../../ci.ts";
import { DuplicateId, duplicateLifecycle, pairOf, SeenDuplicate } from "../../ci-duplicate.ts";
import {
  dismissDuplicate,
  mergeDuplicate,
  proposeDuplicate,
  reopenDuplicate,
} from "../../decisions/duplicate.ts";
import type { ConfigurationContext } from "../../table.ts";

const params = z.object({ duplicateId: DuplicateId });
const Reason = z.string().trim().min(1).max(2000);

const reportCiDuplicate = endpoint({
  id: "reportCiDuplicate",
  summary: "Say that two CIs may be one",
  route: "POST /ci-duplicates",
  permission: "configuration:write",
  body: z.strictObject({ ciIds: z.array(CiId).length(2), reason: Reason }),
  reply: SeenDuplicate,
  status: 201,
  refusals: ["already_exists", "rule_violation"],
  handle: async ({ body: { ciIds, reason } }, { cis, duplicates }: ConfigurationContext) => {
    const [one = "", other = ""] = ciIds;
    const bothThere = async () => {
      for (const [at, ciId] of ciIds.entries()) await named(cis, ciId, `body.ciIds.${at}`);
    };
    const found = await later(bothThere());
    return duplicates.create((id) => {
      found();
      if (one === other) throw new Refusal("rule_violation", "It is one and the same");
      return proposeDuplicate(id, pairOf(one, other), { kind: "reported", detail: reason });
    });
  },
});

const listCiDuplicates = endpoint({
  id: "listCiDuplicates",
  summary: "Pairs of CIs that may be one, in a state, oldest first",
  route: "GET /ci-duplicates",
  permission: "configuration:write",
  query: z.strictObject({ state: duplicateLifecycle.State.default("open"), ...pageQuery }),
  reply: pageOf(SeenDuplicate),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { duplicates }: ConfigurationContext) =>
    duplicates.list({ index: "duplicatesByState", partition: state }, page),
});

const getCiDuplicate = endpoint({
  id: "getCiDuplicate",
  summary: "Read a possible duplicate",
  route: "GET /ci-duplicates/{duplicateId}",
  permission: "configuration:write",
  params,
  reply: SeenDuplicate,
  refusals: ["not_found"],
  handle: ({ params: { duplicateId } }, { duplicates }: ConfigurationContext) => duplicates.get(duplicateId),
});

const dismissCiDuplicate = endpoint({
  id: "dismissCiDuplicate",
  summary: "They are two: the pair is not proposed again",
  route: "POST /ci-duplicates/{duplicateId}/dismiss",
  permission: "configuration:write",
  params,
  body: z.strictObject({ reason: Reason }),
  reply: SeenDuplicate,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params: { duplicateId }, body, ifMatch }, { duplicates }: ConfigurationContext) =>
    duplicates.update(duplicateId, ifMatch, (each) => dismissDuplicate(each, body.reason)),
});

const reopenCiDuplicate = endpoint({
  id: "reopenCiDuplicate",
  summary: "They may be one after all",
  route: "POST /ci-duplicates/{duplicateId}/reopen",
  permission: "configuration:write",
  params,
  body: z.strictObject({}),
  reply: SeenDuplicate,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params: { duplicateId }, ifMatch }, { duplicates }: ConfigurationContext) =>
    duplicates.update(duplicateId, ifMatch, reopenDuplicate),
});

const Merge = z.strictObject({
  survivorId: CiId.optional().describe(
    "The one that stays, the older one unless said; the other is retired and points to it",
  ),
  take: z
    .array(z.string().max(100))
    .max(120)
    .default([])
    .describe(
      "Attributes and facts that it takes from the other even where it has its own; what it lacks it takes anyway",
    ),
});

const mergeCiDuplicate = endpoint({
  id: "mergeCiDuplicate",
  summary:
    "They are one: relations and sources move to the one that stays; what is not done at once goes on by itself",
  route: "POST /ci-duplicates/{duplicateId}/merge",
  permission: "configuration:write",
  params,
  body: Merge,
  reply: SeenDuplicate,
  refusals: ["not_found", "illegal_transition", "rule_violation", "version_conflict"],
  handle: async ({ params: { duplicateId }, body, ifMatch }, { duplicates, cis }: ConfigurationContext) => {
    const { ciIds } = await duplicates.get(duplicateId);
    const there = byId(await cis.some(ciIds));
    // What the one takes over from the other is read by whoever sees the one that stays.
    if (there.size < ciIds.length) throw new Refusal("not_found");
    const isGone = (id: string) => there.get(id)?.state === "retired" && !there.get(id)?.supersededBy;
    return duplicates.update(duplicateId, ifMatch, (each) =>
      mergeDuplicate(each, { ...body, gone: each.ciIds.filter(isGone) }),
    );
  },
});

const listCiDuplicateHistory = endpoint({
  id: "listCiDuplicateHistory",
  summary: "What was said of a possible duplicate, and by whom",
  route: "GET /ci-duplicates/{duplicateId}/history",
  permission: "configuration:write",
  params,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params: { duplicateId }, query }, { duplicates }: ConfigurationContext) =>
    duplicates.history(duplicateId, query),
});

/** What is done about CIs that may be one. */
export const duplicateEndpoints = [
  listCiDuplicates,
  reportCiDuplicate,
  getCiDuplicate,
  dismissCiDuplicate,
  reopenCiDuplicate,
  mergeCiDuplicate,
  listCiDuplicateHistory,
];
