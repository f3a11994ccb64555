import * as z from "zod";
import { fitsBytes } from "../../../shared/domain/fits-bytes.ts";
import { Answers } from "../../../shared/forms/form.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ItemFields } from "../catalog-item.ts";
import { CheckedOrder, checkedBy } from "../checked-order.ts";
import type { RequestContext } from "../context.ts";
import { Line } from "../draft.ts";
import { PersonId } from "../ids.ts";
import { prepareWritten } from "../prepare-order.ts";
import { refuseSenseless } from "../senseless.ts";

const { name, ownerId, teamId, audience, price, recurring, mostQuantity } = ItemFields.shape;
const { form, articles, approvals, autoApprove, standing, fulfilment, bundle } = ItemFields.shape;

/** What an item says that ordering it goes by; where it stands in the catalog is not asked yet. */
const Tried = z
  .strictObject({
    ...{ name, ownerId, teamId, audience, price, recurring, mostQuantity },
    ...{ form, articles, approvals, autoApprove, standing, fulfilment, bundle },
  })
  .refine(fitsBytes(90_000), "At most 90 kB in all");

const everybody = { teamIds: [], personIds: [], notTeamIds: [] };

export const previewCatalogItem = endpoint({
  id: "previewCatalogItem",
  summary: "What ordering an item would mean as it is being written, with answers tried out on it",
  route: "POST /catalog-item-previews",
  permission: "request:manage",
  body: z.strictObject({
    item: Tried,
    answers: Answers.default({}),
    quantity: Line.shape.quantity,
    requestedFor: PersonId.optional().describe("For whom; for somebody who may have it, unless given"),
  }),
  reply: CheckedOrder,
  safe: true,
  refusals: [],
  handle: ({ body: { item, ...order }, actor }, context: RequestContext) =>
    checkedBy(async () => {
      refuseSenseless(item, "body.item");
      // Who writes it need not be one of those it is meant for; who is named must be.
      const audience = order.requestedFor === undefined ? everybody : item.audience;
      const fields = { ...item, audience, summary: item.name, categoryId: "", keywords: [] };
      return prepareWritten({ catalogItemId: "", edition: 0, fields }, order, actor, context);
    }, item.articles),
});
