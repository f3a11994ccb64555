import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { configurationGrants } from "./access.ts";
import { ciLifecycle } from "./ci.ts";
import { ciEndpoints } from "./ci-endpoints.ts";
import { discovery } from "./discovery.ts";
import { getBaselineDrift } from "./endpoints/get-baseline-drift.ts";
import { configurationEvents } from "./events.ts";
import { CiModificationsFollowed } from "./events-followed.ts";
import { ConfigurationHoldingsFound } from "./events-holdings.ts";
import { ImpactAssessed } from "./events-impact.ts";
import { impactEndpoints } from "./impact-endpoints.ts";
import { keptHere } from "./kept.ts";
import { querying } from "./query/kept-queries.ts";
import { relationLifecycle } from "./relation.ts";
import { relationEndpoints } from "./relation-endpoints.ts";
import { articleChanged } from "./subscriptions/article-changed.ts";
import { assetChanged } from "./subscriptions/asset-changed.ts";
import { changeChanged } from "./subscriptions/change-changed.ts";
import { changeModificationsDue } from "./subscriptions/change-modifications-due.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { incidentChanged } from "./subscriptions/incident-changed.ts";
import { problemChanged } from "./subscriptions/problem-changed.ts";
import { type ConfigurationContext, configurationTable } from "./table.ts";

export const configurationService = defineService<ConfigurationContext>({
  name: "configuration",
  title: "Service configuration management",
  summary:
    "Knows what services are made of and what depends on what, so that people see what a failure means.",
  table: configurationTable,
  grants: configurationGrants,
  lifecycles: {
    ci: ciLifecycle,
    relation: relationLifecycle,
    ciClass: keptLifecycle,
    relationType: keptLifecycle,
    baseline: keptLifecycle,
    ...querying.lifecycles,
    ...discovery.lifecycles,
  },
  events: [
    ...configurationEvents,
    ImpactAssessed,
    CiModificationsFollowed,
    ConfigurationHoldingsFound,
    ...querying.events,
    ...discovery.events,
  ],
  endpoints: [
    ...ciEndpoints,
    ...relationEndpoints,
    ...impactEndpoints,
    getBaselineDrift,
    ...keptHere,
    ...querying.endpoints,
    ...discovery.endpoints,
  ],
  subscriptions: [
    ...incidentChanged,
    ...changeChanged,
    changeModificationsDue,
    ...assetChanged,
    ...articleChanged,
    ...problemChanged,
    departureAsked,
  ],
  foreign: [...discovery.foreign],
  schedules: [...discovery.schedules, ...querying.schedules],
});
