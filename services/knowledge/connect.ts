import { serviceActor } from "../../shared/access/actor.ts";
import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createCells } from "../../shared/dynamo/cells.ts";
import { createCounts } from "../../shared/dynamo/counted.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import type { SendSearchCall } from "../../shared/search/open-search.ts";
import { ratingRecords } from "./rating.ts";
import { openingProjection, readingRecords } from "./reading.ts";
import { createArticleSource } from "./search/article-source.ts";
import { createKnownErrorSource, knownErrorProjection } from "./search/known-error.ts";
import { createOpenSearch } from "./search/open-search.ts";
import { createSearchIndex } from "./search/search-index.ts";
import {
  createTicketSources,
  createTickets,
  resolutionProjection,
  ticketProjection,
} from "./search/ticket.ts";
import { type Settings, settingsId } from "./settings.ts";
import { articleRecords, type KnowledgeContext, settingsRecords } from "./table.ts";
import { taskRecords } from "./task.ts";
import { useRecords } from "./use.ts";

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const keptMs = 5000;

/**
 * Builds what the handlers work with, for each request, event or schedule of one container. `send` reaches a search
 * service that takes the place of the own index.
 */
export const createConnect = (send?: SendSearchCall): ((scope: Scope) => KnowledgeContext) => {
  const settingsFor = cachedFor<Settings>(keptMs);
  const indexFor = createSearchIndex();
  const serviceFor = createOpenSearch();
  return (scope) => {
    const settingsRecord = createRecords(settingsRecords, scope);
    const tickets = createProjections(ticketProjection, scope);
    const resolutions = createProjections(resolutionProjection, scope);
    // An index holds everything that anybody may find: it is made in the service's own name.
    const whole = createRecords(articleRecords, {
      ...scope,
      actor: serviceActor("knowledge"),
      once: undefined,
    });
    const knownErrors = createProjections(knownErrorProjection, scope);
    const sources = [
      createArticleSource(whole),
      createKnownErrorSource(knownErrors),
      ...createTicketSources(tickets, resolutions),
    ];
    const cells = createCells(scope);
    const searchIndex = send ? serviceFor(send, cells, sources, scope.clock.now) : indexFor(scope, sources);
    return {
      articles: createRecords(articleRecords, scope),
      uses: createRecords(useRecords, scope),
      tasks: createRecords(taskRecords, scope),
      ratings: createRecords(ratingRecords, scope),
      readings: createRecords(readingRecords, scope),
      openings: createProjections(openingProjection, scope),
      ownerOf: async (id) => (await whole.get(id)).ownerId ?? "",
      cells,
      tickets,
      resolutions,
      pastTickets: createTickets(tickets, resolutions),
      knownErrors,
      searchIndex,
      engine: searchIndex.engine,
      counts: createCounts(scope),
      held: createRecords(heldRecords, scope),
      settingsRecord,
      settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
      now: () => scope.clock.now().toISOString(),
    };
  };
};
