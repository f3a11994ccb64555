import { type Actor, may } from "../../../shared/access/actor.ts";
import { onlyRecord } from "../../../shared/dynamo/only-record.ts";
import type { RecordType } from "../../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../../shared/dynamo/without-snapshot.ts";
import { type Kept, keptIndexes, keptLifecycle } from "../../../shared/kept/kept.ts";
import { type Import, importLifecycle } from "../ci-import.ts";
import type { Source } from "../ci-source.ts";
import { defaultRules, type Rules } from "../reconciliation-rules.ts";
import { builtInSources } from "./builtin-sources.ts";

/** What imports ask of the table, besides what is asked of CIs. */
export const importIndexes = {
  importsByState: "Imports in a state by when they were begun",
  sightings: "CIs by until when a source vouches for them",
} as const;

export const sourcePath = "ci-sources";

const viewSource = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (!may(actor, "configuration:read_all")) return undefined;
  const actions = may(actor, "configuration:administer") ? [...keptLifecycle.allowed(record.state)] : [];
  return { ...record, actions };
};

/** An import says of CIs what is in it: it is for those who may import. */
const viewImport = (actor: Actor, record: Import): Import | undefined => {
  if (!may(actor, "configuration:import")) return undefined;
  const byPeople = importLifecycle.allowed(record.state).filter((action) => !action.startsWith("finish"));
  return { ...record, actions: [...byPeople] };
};

export const sourceRecords: RecordType<Source> = {
  prefix: "SRC",
  initial: (id) => builtInSources.get(id),
  indexes: keptIndexes(sourcePath),
  long: ["description", "mapping"],
  view: viewSource,
  viewEntry: withoutSnapshot("source"),
};

export const importRecords: RecordType<Import> = {
  prefix: "IMP",
  indexes: ({ id, state, createdAt }) => ({
    importsByState: { partition: state, order: `${createdAt}#${id}` },
  }),
  long: ["chunks"],
  view: viewImport,
  viewEntry: withoutSnapshot("import"),
};

export const rulesRecords = onlyRecord<Rules>(defaultRules);
