import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Mark } from "../../../shared/dynamo/marks.ts";
import type { Schedule } from "../../../shared/service.ts";
import { goStale } from "../decisions/go-stale.ts";
import { vouched } from "../import/vouch.ts";
import type { ConfigurationContext } from "../table.ts";

const settle = async (mark: Mark, { allCis, sightings, now }: ConfigurationContext): Promise<void> => {
  try {
    await allCis.update(mark.id, undefined, (ci) => goStale(ci, mark.name, now()));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  // After the CI: who is cut off here finds it again, and finds it done.
  await sightings.remove(mark);
};

/** A few at a time, as other sweeps do. */
const atOnce = 8;

export const findStaleCis: Schedule<ConfigurationContext> = {
  id: "find-stale-cis",
  summary: "Marks CIs that a source has not spoken of for too long.",
  every: "rate(1 hour)",
  handle: async ({ deadline }, context) => {
    for await (const { items } of context.sightings.pages(vouched, `${context.now()}~`))
      for (let done = 0; done < items.length; done += atOnce) {
        if (performance.now() > deadline) return;
        await Promise.all(items.slice(done, done + atOnce).map((mark) => settle(mark, context)));
      }
  },
};
