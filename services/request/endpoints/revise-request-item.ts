import { Refusal } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { mustBeRevisable, revise } from "../decisions/revise.ts";
import { itemParams } from "../item-endpoint.ts";
import { prepareRevision, RevisionFields } from "../prepare-revision.ts";
import { SeenRequestItem } from "../request-item.ts";
import { updateItems } from "../update-order.ts";

export const reviseRequestItem = endpoint({
  id: "reviseRequestItem",
  summary:
    "Want it otherwise while it waits for its approval, which is asked anew; what came with it follows",
  route: "PATCH /request-items/{requestItemId}",
  permission: "request:order",
  params: itemParams,
  body: RevisionFields,
  reply: SeenRequestItem,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "rule_violation", "too_large"],
  handle: async ({ params: { requestItemId }, body, actor, ifMatch }, context: RequestContext) => {
    const seen = await context.items.get(requestItemId);
    const prepared = await later(prepareRevision(seen, body, actor, context));
    const now = context.now();
    return updateItems(requestItemId, ifMatch, context, ({ items }) => {
      // What is not said again is as it was read: that must be what the caller has read.
      if (seen.version !== ifMatch) throw new Refusal("version_conflict");
      const { wanted, barred } = prepared();
      return {
        items: items.map((item) => {
          const want = wanted.get(item.id);
          if (item.id === requestItemId) mustBeRevisable(item);
          return want === undefined ? [] : revise(item, want, barred, now);
        }),
      };
    });
  },
});
