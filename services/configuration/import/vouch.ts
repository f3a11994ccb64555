import type { Mark } from "../../../shared/dynamo/marks.ts";
import type { Source } from "../ci-source.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";

/** Where it is noted until when sources vouch for CIs. */
export const vouched = "vouched";

const dayMs = 24 * 3600 * 1000;
/** Vouching is noted anew when so much of its time is over: a source that speaks every day costs no write every day. */
const renewedAfter = 1 / 4;

const untilOf = (mark: Mark | undefined): number => Date.parse(mark?.order.split("#", 1)[0] ?? "") || 0;

/** A source has spoken of CIs: it vouches for them for as long as it may keep silent. */
export const vouch = async (
  results: readonly RowResult[],
  { id: name, staleAfterDays }: Pick<Source, "id" | "staleAfterDays">,
  { sightings, now }: Pick<ConfigurationContext, "sightings" | "now">,
): Promise<void> => {
  const seen = results.filter(({ outcome }) =>
    ["created", "updated", "unchanged", "reinstated"].includes(outcome),
  );
  const ids = [...new Set(seen.flatMap(({ kind, ciId }) => (kind === "ci" && ciId ? [ciId] : [])))];
  const known = new Map(
    (await sightings.read(ids.map((id) => ({ id, name })))).map((mark) => [mark.id, mark]),
  );
  const time = Date.parse(now());
  const lastsMs = staleAfterDays * dayMs;
  const until = new Date(time + lastsMs).toISOString();
  const due = ids.filter((id) => untilOf(known.get(id)) < time + lastsMs * (1 - renewedAfter));
  if (due.length > 0)
    await sightings.put(due.map((id) => ({ id, name, partition: vouched, order: `${until}#${id}` })));
};
