import { priorities } from "../kinds/names.ts";
import { report, share as shareOf } from "../report.ts";
import { count, share } from "./numbers.ts";

/** Promises to those whom incidents are solved for. */
export const serviceLevelReport = report({
  name: "service-levels",
  subject: "ServiceLevel",
  summary: "Service-level targets of incidents: how many were kept",
  figures: { kept: "incident", broken: "incident" },
  level: { name: "priority", values: priorities },
  dimensions: ["team", "service", "agreement", "metric"],
  row: { kept: count, broken: count, attainment: share },
  numbers: ({ kept = 0, broken = 0 }) => ({ kept, broken, attainment: shareOf(kept, kept + broken) }),
  definitions: [
    {
      figure: "kept",
      title: "Targets kept",
      definition:
        "One for each incident, agreement and metric (such as respond or resolve) that was settled in time, on the day it was settled. Agreements between teams (internal) and cancelled incidents are left out.",
      source: "ITIL 4 service level management",
    },
    {
      figure: "broken",
      title: "Targets missed",
      definition: "The same for those whose time was over first, on the day it was over, settled or not.",
      source: "ITIL 4 service level management",
    },
    {
      figure: "kept / (kept + broken)",
      title: "Service-level attainment",
      definition: "The share of the targets of the period that were kept.",
      source: "ITIL 4 service level management: percentage of targets met",
    },
  ],
});
