import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { viewCandidate } from "./access.ts";
import { type Candidate, likenessKey } from "./candidate.ts";
import type { KnownIncident } from "./incident-projection.ts";
import { defaultSettings, type ProblemSettings } from "./settings.ts";

export const problemTable: TableDefinition = {
  indexes: { candidatesByState: "Problem candidates in a state, by their newest incident" },
};

export const candidateRecords: RecordType<Candidate> = {
  prefix: "PRC",
  indexes: ({ id, state, lastOpenedAt }) => ({
    candidatesByState: { partition: state, order: `${lastOpenedAt}#${id}` },
  }),
  claims: ({ likeness }) => [likenessKey(likeness)],
  long: [],
  view: viewCandidate,
  viewEntry: withoutSnapshot("candidate"),
};

export const settingsRecords = onlyRecord<ProblemSettings>(defaultSettings);

/** What the handlers of this service work with. */
export type ProblemContext = {
  readonly candidates: Records<Candidate>;
  readonly incidents: Projections<KnownIncident>;
  readonly settingsRecord: Records<ProblemSettings>;
  readonly settings: () => Promise<ProblemSettings>;
  readonly now: () => string;
};
