import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.configuration";

export const Criticality = z.enum(["high", "medium", "low"]);
export type Criticality = z.infer<typeof Criticality>;

/** What an attribute of a CI can hold; its class says which. */
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/**
 * A configuration item (ITIL 4) as it is after the event. A consumer that keeps the highest `meta.sequence` per
 * CI knows its present state, in whatever order events arrive. Of a restricted CI only its id, class and state
 * are published; its name reads as its id.
 */
export const CiSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  classId: z.string(),
  classPath: z.array(z.string()).describe("From the root class down to its own"),
  state: z.enum(["planned", "live", "maintenance", "retired"]),
  criticality: Criticality,
  ownerId: z.string().optional(),
  teamId: z.string().optional(),
  environment: z.string().optional(),
  location: z.string().optional(),
  serviceIds: z.array(z.string()).optional().describe("Services that people say it belongs to"),
  assetId: z.string().optional().describe("What is owned and paid for, of which this is the CI"),
  attributes: z.record(z.string(), AttributeValue).describe("What its class asks for, 32 kB at most"),
  source: z.string().optional().describe("Where it was first learned of; absent: a person"),
  restricted: z.boolean().optional(),
});
export type CiSnapshot = z.infer<typeof CiSnapshot>;

const plain = z.object({
  ci: CiSnapshot,
  sourceId: z
    .string()
    .optional()
    .describe(
      "The source that told of it (discovery, an import); absent: a person, or what followed from elsewhere",
    ),
});
const ciEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: plain });

export const CiRegistered = ciEvent("CiRegistered", "A configuration item is known from now on.");
export const CiUpdated = ciEvent(
  "CiUpdated",
  "Facts of a configuration item changed; its state is the same.",
);
export const CiReclassified = defineEvent({
  source,
  type: "CiReclassified",
  version: 1,
  summary: "A configuration item was found to be of another class; its history goes on.",
  data: plain.extend({
    fromClassId: z.string(),
    dropped: z.array(z.string()).describe("Attributes that the new class does not know"),
  }),
});
export const CiDeployed = ciEvent("CiDeployed", "It went live, or is back from maintenance.");
export const CiMaintenanceStarted = ciEvent("CiMaintenanceStarted", "It is taken care of and may be away.");
export const CiRetired = defineEvent({
  source,
  type: "CiRetired",
  version: 1,
  summary: "A configuration item is no more; what it was stays readable.",
  data: plain.extend({ dependents: z.number().int().describe("How many CIs still depended on it") }),
});
export const CiRetiredWhileUsed = defineEvent({
  source,
  type: "CiRetiredWhileUsed",
  version: 1,
  summary: "Something still depended on a configuration item that was retired: somebody should look.",
  data: plain.extend({
    dependents: z.number().int(),
    dependentIds: z.array(z.string()).describe("The first 20"),
  }),
});
export const CiReinstated = ciEvent("CiReinstated", "A retired configuration item is live again.");

/** A typed relation as it is after the event; read it as a sentence: `from` depends on `to`. */
export const RelationSnapshot = z.object({
  id: z.string(),
  typeId: z.string(),
  fromId: z.string(),
  toId: z.string(),
  active: z.boolean(),
  weight: z.number().describe("Share of what its redundancy group gives, 1 unless said"),
  group: z.string().optional().describe("Redundancy group of the dependent CI that it counts in"),
  since: z.string(),
  until: z.string().optional(),
  source: z.string().optional(),
});
export type RelationSnapshot = z.infer<typeof RelationSnapshot>;

const relationEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ relation: RelationSnapshot }) });

export const CiRelated = relationEvent(
  "CiRelated",
  "Two CIs are related from now on, or the relation weighs or groups differently.",
);
export const CiUnrelated = relationEvent("CiUnrelated", "Two CIs are not related any more.");

const ClassSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string(),
  retired: z.boolean(),
  abstract: z.boolean(),
});
export const CiClassChanged = defineEvent({
  source,
  type: "CiClassChanged",
  version: 1,
  summary: "A class of configuration items was made, is another one now, or was retired or restored.",
  data: z.object({ ciClass: ClassSnapshot }),
});
export const RelationTypeChanged = defineEvent({
  source,
  type: "RelationTypeChanged",
  version: 1,
  summary: "A type of relation was made, is another one now, or was retired or restored.",
  data: z.object({
    relationType: z.object({
      id: z.string(),
      name: z.string(),
      reverseName: z.string(),
      retired: z.boolean(),
    }),
  }),
});

export const BaselineChanged = defineEvent({
  source,
  type: "BaselineChanged",
  version: 1,
  summary: "A baseline was taken, is called otherwise, or was retired or restored.",
  data: z.object({
    baseline: z.object({
      id: z.string(),
      name: z.string(),
      at: z.string().describe("The instant it holds fast"),
      ciIds: z.array(z.string()),
      retired: z.boolean(),
    }),
  }),
});

export const configurationEvents = [
  BaselineChanged,
  CiRegistered,
  CiUpdated,
  CiReclassified,
  CiDeployed,
  CiMaintenanceStarted,
  CiRetired,
  CiRetiredWhileUsed,
  CiReinstated,
  CiRelated,
  CiUnrelated,
  CiClassChanged,
  RelationTypeChanged,
];
