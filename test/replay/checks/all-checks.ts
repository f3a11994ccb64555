import type { Evidence } from "../observe.ts";
import { autoClose } from "./auto-close.ts";
import type { Check } from "./check.ts";
import { counters } from "./counters.ts";
import { delivery } from "./delivery.ts";
import { links } from "./links.ts";
import { priorities } from "./priorities.ts";
import { refusals } from "./refusals.ts";
import { serviceLevels } from "./service-levels.ts";
import { totals } from "./totals.ts";

/** The eight required results, in their order. */
export const allChecks = (evidence: Evidence): readonly Check[] =>
  [refusals, priorities, counters, autoClose, totals, delivery, links, serviceLevels].map((check) =>
    check(evidence),
  );
