import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { replaceNamed } from "../../../shared/holdings/replace-named.ts";
import { keptList } from "../../../shared/kept/kept.ts";
import { DepartureAsked, type DepartureSnapshot } from "../../organization/events-departures.ts";
import { dropRequest } from "../decisions/ask-for.ts";
import {
  answersForMoney,
  askBack,
  dropReservations,
  dropSeat,
  handOverCostCenter,
} from "../decisions/depart.ts";
import { AssetHoldingsFound } from "../events-holdings.ts";
import { type AssetContext, paths } from "../table.ts";
import { targets } from "../targets.ts";

type Leaver = Pick<DepartureSnapshot, "personId" | "lastAt" | "handOverTo">;

const assetsOf = async ({ personId, lastAt }: Leaver, { assets }: AssetContext): Promise<Holding[]> => {
  const left: Holding[] = [];
  for await (const ids of assets.ids({ index: "byHolder", partition: targets.holder(personId) }))
    for (const id of ids) {
      const asset = await assets.update(id, undefined, (current) => askBack(current, personId, lastAt));
      if (asset.holderId === personId) left.push({ kind: "asset", id });
    }
  return left;
};

const reservationsOf = async ({ personId, lastAt }: Leaver, { assets, now }: AssetContext) => {
  const left: Holding[] = [];
  const isOver = lastAt <= now();
  for await (const ids of assets.ids({ index: "byTarget", partition: targets.reservedBy(personId) }))
    for (const id of ids) {
      const { reservations } = await assets.update(id, undefined, (current) =>
        isOver ? dropReservations(current, personId) : [],
      );
      if (reservations.some((each) => each.personId === personId)) left.push({ kind: "reservation", id });
    }
  return left;
};

const seatsOf = async ({ personId, lastAt }: Leaver, { seats, now }: AssetContext): Promise<Holding[]> => {
  const left: Holding[] = [];
  const isOver = lastAt <= now();
  for await (const ids of seats.ids({ index: "byHolder", partition: targets.seat(personId) }))
    for (const id of ids) {
      const { state } = await seats.update(id, undefined, (seat) => (isOver ? dropSeat(seat) : []));
      if (state === "allocated") left.push({ kind: "seat", id });
    }
  return left;
};

const requestsOf = async ({ personId, lastAt }: Leaver, { assetRequests, now }: AssetContext) => {
  const left: Holding[] = [];
  const isOver = lastAt <= now();
  for await (const ids of assetRequests.ids({ index: "byHolder", partition: targets.requestOf(personId) }))
    for (const id of ids) {
      const { state } = await assetRequests.update(id, undefined, (request) =>
        isOver ? dropRequest(request) : [],
      );
      if (state === "open") left.push({ kind: "request", id });
    }
  return left;
};

/** There are some hundred cost centers at most. */
const costCentersOf = (leaver: Leaver, { costCenters, now }: AssetContext): Promise<Holding[]> => {
  const { personId, lastAt, handOverTo } = leaver;
  return replaceNamed(
    {
      kind: "cost-center",
      records: costCenters,
      asks: [keptList(paths.costCenter, "active")],
      isNamed: (costCenter) => answersForMoney(costCenter, personId),
      replace: (costCenter) => handOverCostCenter(costCenter, personId, handOverTo),
    },
    lastAt <= now(),
  );
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Asks who leaves for what they have, takes back seats and reservations and hands over cost centers when they are gone, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: AssetContext) => {
    const { id: caseId, personId, round, kind } = departure;
    // Who goes to another team keeps their things.
    const left =
      kind === "moves"
        ? []
        : [
            ...(await assetsOf(departure, context)),
            ...(await reservationsOf(departure, context)),
            ...(await seatsOf(departure, context)),
            ...(await requestsOf(departure, context)),
            ...(await costCentersOf(departure, context)),
          ];
    await reportHoldings(context.held, AssetHoldingsFound, { caseId, personId, round }, left);
  },
});
