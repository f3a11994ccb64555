import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked } from "../../organization/events-departures.ts";
import type { RequestContext } from "../context.ts";
import { RequestHoldingsFound } from "../events-holdings.ts";
import { orderGiveBack } from "../give-back.ts";
import type { Standing } from "../standing.ts";

/** As many things are asked back in one request. */
const together = 10;

const heldBy = async (
  personId: string,
  state: string,
  { standings }: RequestContext,
): Promise<Standing[]> => {
  const found: string[] = [];
  for await (const ids of standings.ids({ index: "byOwner", partition: `${personId}#standing#${state}` }))
    found.push(...ids);
  return [...(await standings.present(found)).values()].filter((standing) => standing.state === state);
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary: "Asks who leaves for all that they hold, in requests of their own, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: RequestContext) => {
    const { id: caseId, personId, round, kind } = departure;
    const held = kind === "moves" ? [] : await heldBy(personId, "held", context);
    for (let at = 0; at < held.length; at += together) {
      const [first, ...others] = held.slice(at, at + together);
      if (first === undefined) continue;
      const more = { name: first.id, origin: { kind: "departure", id: caseId } };
      await orderGiveBack([first, ...others], serviceActor("request"), context, more);
    }
    const returning = kind === "moves" ? [] : await heldBy(personId, "returning", context);
    const left = [...new Set([...held, ...returning].map(({ id }) => id))];
    await reportHoldings(
      context.held,
      RequestHoldingsFound,
      { caseId, personId, round },
      left.map((id) => ({ kind: "standing-entitlement", id })),
    );
  },
});
