import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { byId } from "../by-id.ts";
import { CiId } from "../ci.ts";
import { HealthLevels, levelsOf } from "../health-levels.ts";
import type { ConfigurationContext } from "../table.ts";

export const findCiHealthLevels = endpoint({
  id: "findCiHealthLevels",
  summary:
    "How several configuration items are doing, such as those on a map; what may not be seen is missing",
  route: "POST /ci-health-levels",
  permission: "configuration:read_all",
  body: z.strictObject({ ciIds: z.array(CiId).min(1).max(100) }),
  reply: HealthLevels,
  safe: true,
  refusals: [],
  handle: async ({ body }, context: ConfigurationContext) => {
    const seen = byId(await context.cis.some(body.ciIds));
    return levelsOf(
      [...new Set(body.ciIds)].filter((id) => seen.has(id)),
      context,
    );
  },
});
