import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { reclaim } from "../decisions/seat.ts";
import { ModelId } from "../model.ts";
import { SeatId } from "../software.ts";
import type { AssetContext } from "../table.ts";

const Result = z.object({
  id: SeatId,
  ok: z.boolean().describe("False: it is used, not allocated, or of other software"),
  version: z.number().int().optional(),
  code: z.string().optional(),
});
type Result = z.input<typeof Result>;

export const reclaimSeats = endpoint({
  id: "reclaimSeats",
  summary: "Take back those of some rights that nobody has used since a day; each has its own result",
  route: "POST /asset-models/{modelId}/reclaim-seats",
  permission: "asset:manage",
  params: z.object({ modelId: ModelId }),
  body: z.strictObject({
    unusedSince: z.iso.date().describe("Only those that nobody has used after this day"),
    seatIds: z.array(SeatId).min(1).max(100).describe("As `unusedOf` lists them"),
  }),
  reply: z.object({ results: z.array(Result) }),
  refusals: ["not_found"],
  handle: async ({ params, body: { seatIds, unusedSince } }, { seats, models }: AssetContext) => {
    const { id: modelId } = await models.get(params.modelId);
    const results: Result[] = [];
    for (const id of new Set(seatIds)) {
      try {
        const { version, state } = await seats.update(id, undefined, (seat) =>
          seat.modelId === modelId ? reclaim(seat, unusedSince) : [],
        );
        results.push({ id, ok: state === "unallocated", version });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        results.push({ id, ok: false, code: error.code });
      }
    }
    return { results };
  },
});
