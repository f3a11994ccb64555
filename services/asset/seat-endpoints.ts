import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { named } from "../../shared/kept/named.ts";
import { PersonId } from "./asset.ts";
import { Allocation, allocate, release, unitFor } from "./decisions/seat.ts";
import { reclaimSeats } from "./endpoints/reclaim-seats.ts";
import { ModelId } from "./model.ts";
import { noSeat, Seat, SeatId, seatIdOf } from "./software.ts";
import type { AssetContext } from "./table.ts";
import { ofModel, targets } from "./targets.ts";

const params = z.object({ seatId: SeatId });

const Query = z
  .strictObject({
    personId: PersonId.optional().describe("What this person has a right to, or uses"),
    modelId: ModelId.optional().describe("Of this software"),
    unusedOf: ModelId.optional().describe("Allocated rights to this software, longest unused first"),
    ...pageQuery,
  })
  .refine(
    ({ personId, modelId, unusedOf }) =>
      [personId, modelId, unusedOf].filter((each) => each !== undefined).length <= 1,
    "Ask by one filter at a time",
  );

const refuseOthers = (actor: Actor, personId: string | undefined): void => {
  if (personId !== actor.id && !may(actor, "asset:read_all"))
    throw new Refusal("forbidden", "Ask with personId: your own");
};

/** Who was given a right to use software, and who uses it. */
export const seatEndpoints = [
  endpoint({
    id: "allocateSeat",
    summary: "Give a person or a device a right to use software, also beyond what was bought",
    route: "POST /seats",
    permission: "asset:manage",
    body: Allocation,
    reply: Seat,
    status: 201,
    refusals: ["rule_violation"],
    handle: async ({ body }, { seats, models, now }: AssetContext) => {
      const finding = named(models, body.modelId, "body.modelId").then((model) => unitFor(body, model));
      const unit = await later(finding);
      const seatId = seatIdOf(body.modelId, body.unit);
      const decide = (seat: Seat) => allocate(seat, body.modelId, unit(), now(), body.reason);
      try {
        return await seats.createAs(seatId, decide(noSeat(seatId) as Seat));
      } catch (error) {
        // Somebody uses it already, or had it before: that seat is allocated.
        if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
        return seats.update(seatId, undefined, decide);
      }
    },
  }),
  reclaimSeats,
  endpoint({
    id: "listSeats",
    summary: "List seats by person, by software, or by how long they have been unused",
    route: "GET /seats",
    permission: "asset:read",
    query: Query,
    reply: pageOf(Seat),
    refusals: ["invalid_cursor"],
    handle: ({ query: { personId, modelId, unusedOf, ...page }, actor }, { seats }: AssetContext) => {
      refuseOthers(actor, personId);
      if (personId !== undefined)
        return seats.list({ index: "byHolder", partition: targets.seat(personId) }, page);
      if (unusedOf !== undefined) return seats.list({ index: "unused", partition: unusedOf }, page);
      return modelId === undefined
        ? seats.list({ index: "newest", partition: "seats", newestFirst: true }, page)
        : seats.list({ index: "byModel", partition: ofModel("seat", modelId) }, page);
    },
  }),
  endpoint({
    id: "getSeat",
    summary: "Read a seat",
    route: "GET /seats/{seatId}",
    permission: "asset:read",
    params,
    reply: Seat,
    refusals: ["not_found"],
    handle: ({ params: { seatId } }, { seats }: AssetContext) => seats.get(seatId),
  }),
  endpoint({
    id: "releaseSeat",
    summary: "Take the right back",
    route: "POST /seats/{seatId}/release",
    permission: "asset:manage",
    params,
    body: z.strictObject({}),
    reply: Seat,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { seatId }, ifMatch }, { seats }: AssetContext) =>
      seats.update(seatId, ifMatch, (seat) => release(seat)),
  }),
  endpoint({
    id: "listSeatHistory",
    summary: "When a right was given and used",
    route: "GET /seats/{seatId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { seatId }, query }, { seats }: AssetContext) => seats.history(seatId, query),
  }),
];
