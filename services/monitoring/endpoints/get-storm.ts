import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Storm, StormId } from "../storm.ts";
import type { MonitoringContext } from "../table.ts";

export const getStorm = endpoint({
  id: "getStorm",
  summary: "Read a storm; list alerts by it to see them",
  route: "GET /alert-storms/{stormId}",
  permission: "monitoring:read",
  params: z.object({ stormId: StormId }),
  reply: Storm,
  refusals: ["not_found"],
  handle: ({ params }, { storms }: MonitoringContext) => storms.get(params.stormId),
});
