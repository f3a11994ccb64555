import type { EventMeta } from "../../../shared/events/event-type.ts";
import { problemRecordEvents } from "../../problem/events.ts";
import { serviceLevelEvents } from "../../problem/events-service-levels.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { taskEvents } from "../../problem/events-tasks.ts";
import { knownProblem } from "../kinds/problem.ts";
import { eventsAbout } from "./events-about.ts";

export const problemChanged = eventsAbout(
  "problem",
  [...problemRecordEvents, ...taskEvents, ...serviceLevelEvents],
  ({ meta, snapshot }: { meta: EventMeta; snapshot: ProblemSnapshot }, { measures }) =>
    measures.problem.keep(meta, knownProblem(snapshot)),
);
