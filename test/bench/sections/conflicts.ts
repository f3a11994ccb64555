import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { createConnect } from "../../../services/change/connect.ts";
import { findConflicts } from "../../../services/change/find-conflicts.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { tableAt } from "../../bed/fresh-table.ts";
import { asked, seedSchedule } from "../conflicts/seed-schedule.ts";
import { countReads } from "../impact/count-reads.ts";
import type { Section } from "../result.ts";

type Calendar = { readonly count: number; readonly overlapping: number; readonly cis: number };
type Measured = Calendar & {
  readonly found: number;
  readonly milliseconds: number;
  readonly calls: number;
  readonly units: number;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What finding conflicts asks; the other indexes would only take time to fill. */
const indexes = { byTarget: "Parts, predecessors", keptByState: "Freezes and windows" };

const measure = async (endpoint: string, calendar: Calendar, rounds: number): Promise<Measured> => {
  const { client, table, stop } = await tableAt(endpoint, { indexes });
  try {
    await seedSchedule(client, table, calendar);
    const nobody = () => Promise.reject(new Error("Nothing is signed here"));
    const connect = createConnect({ publicKey: nobody, sign: nobody });
    const base = { client, table, clock: systemClock, correlationId: "bench" };
    const context = connect({ ...base, actor: serviceActor("bench") });
    const change = asked(calendar.cis);
    const reads = countReads(client);
    await findConflicts(change, context);
    reads.take();
    const conflicts = await findConflicts(change, context);
    const { calls, units } = reads.take();
    const found = new Set(conflicts.flatMap(({ otherId }) => otherId ?? [])).size;
    if (found !== calendar.overlapping)
      throw new Error(`${calendar.overlapping} changes overlap, ${found} were found`);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begunAt = performance.now();
      await findConflicts(change, context);
      times.push(performance.now() - begunAt);
    }
    return { ...calendar, found, milliseconds: median(times), calls, units };
  } finally {
    stop();
  }
};

/** The conflicts of one change among many that are scheduled. */
export const conflicts = async ({
  rounds,
  few,
  many,
}: {
  readonly rounds: number;
  readonly few: number;
  readonly many: number;
}): Promise<Section> => {
  const database = await startDynamoDbLocal();
  const calendars: readonly Calendar[] = [
    { count: few, overlapping: 100, cis: 1000 },
    { count: many, overlapping: 100, cis: 1000 },
    { count: many, overlapping: 1000, cis: 1000 },
  ];
  const all: Measured[] = [];
  try {
    for (const calendar of calendars) all.push(await measure(database.endpoint, calendar, rounds));
  } finally {
    await database.stop();
  }
  const [small, usual, most] = all;
  return {
    title: "Conflicts of changes",
    method:
      "everything that stands against one change of two hours, as the service finds it against DynamoDB Local, median; each of its CIs has to do with two others",
    columns: ["scheduled", "its CIs", "overlapping", "found", "ms", "calls", "read units"],
    rows: all.map((each) => [
      each.count,
      each.cis,
      each.overlapping,
      each.found,
      each.milliseconds.toFixed(0),
      each.calls,
      each.units,
    ]),
    findings: [
      {
        what: `milliseconds for 1,000 CIs among ${many} scheduled changes, 1,000 overlapping`,
        value: Math.round(most?.milliseconds ?? 0),
        unit: "ms",
        goal: { atMost: 2000 },
      },
      {
        what: `read units among ${many} scheduled changes, against ${few}`,
        value: Number(((usual?.units ?? 0) / (small?.units ?? 1)).toFixed(2)),
        unit: "times",
        goal: { atMost: 1.05 },
      },
    ],
  };
};
