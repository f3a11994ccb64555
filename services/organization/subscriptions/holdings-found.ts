import { subscription } from "../../../shared/events/subscription.ts";
import { AssetHoldingsFound } from "../../asset/events-holdings.ts";
import { ChangeHoldingsFound } from "../../change/events-holdings.ts";
import { ConfigurationHoldingsFound } from "../../configuration/events-holdings.ts";
import { IncidentHoldingsFound } from "../../incident/events-holdings.ts";
import { KnowledgeHoldingsFound } from "../../knowledge/events-holdings.ts";
import { ProblemHoldingsFound } from "../../problem/events-holdings.ts";
import { RequestHoldingsFound } from "../../request/events-holdings.ts";
import { takeAnswer } from "../decisions/departure.ts";
import type { Holder } from "../departure.ts";
import { OrganizationHoldingsFound } from "../events-departures.ts";
import type { OrganizationContext } from "../table.ts";

const events = {
  asset: AssetHoldingsFound,
  change: ChangeHoldingsFound,
  configuration: ConfigurationHoldingsFound,
  incident: IncidentHoldingsFound,
  knowledge: KnowledgeHoldingsFound,
  organization: OrganizationHoldingsFound,
  problem: ProblemHoldingsFound,
  request: RequestHoldingsFound,
} as const satisfies Record<Holder, unknown>;

/** What each service answers about somebody who leaves. */
export const holdingsFound = (Object.keys(events) as Holder[]).map((holder) =>
  subscription({
    id: `${holder}-holdings-found`,
    summary: "Keeps what is left of a person, and ends the departure when nothing is.",
    event: events[holder],
    handle: async ({ data: { report } }, { departures, now }: OrganizationContext) => {
      await departures.update(report.caseId, undefined, (departure) =>
        takeAnswer(departure, holder, report, now()),
      );
    },
  }),
);
