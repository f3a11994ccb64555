import * as z from "zod";
import { CiId } from "./ci.ts";
import { ImpactTruncation } from "./events-impact.ts";
import { everything, Health, healthIn, needsOf } from "./health.ts";
import { memoryGraph } from "./impact/memory-graph.ts";
import { walk } from "./impact/walk.ts";
import type { ConfigurationContext } from "./table.ts";

export const HealthLevels = z
  .object({
    levels: z.array(z.object({ ciId: CiId, level: Health.shape.level })).describe("In the order asked for"),
    truncated: ImpactTruncation.optional().describe("Not all that they need was looked at"),
  })
  .meta({ id: "CiHealthLevels" });

/** CIs that some need, to look at; what is beyond is said. */
const most = 3000;

/** How several CIs are doing, by what all of them need: one walk and one read for all, the rest in memory. */
export const levelsOf = async (
  ciIds: readonly string[],
  context: Pick<ConfigurationContext, "bundles" | "allCis">,
): Promise<z.infer<typeof HealthLevels>> => {
  const needs = await needsOf(ciIds, most, context);
  const { reached, truncated } = needs.walked;
  const graph = memoryGraph(
    [...reached.values()].map(({ node }) => node),
    needs.dependencies,
  );
  const levels: z.infer<typeof HealthLevels>["levels"] = [];
  for (const ciId of ciIds.filter((id) => reached.has(id))) {
    const walked = await walk([ciId], everything("up", most), graph);
    const { level } = await healthIn(ciId, { ...needs, walked }, () => undefined);
    levels.push({ ciId, level });
  }
  return { levels, ...(truncated ? { truncated } : {}) };
};
