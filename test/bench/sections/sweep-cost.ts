import type { PolicyTerms } from "../../../shared/targets/terms.ts";
import { incidentTableName, setStream } from "../prepare-tables.ts";
import type { Section } from "../result.ts";
import { seedClocked } from "../seed-clocked.ts";
import { startWorld } from "../world.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Incidents that have something to tell in the measured minute. */
const due = 40;

/** A warning after an hour, and more than enough time after it. */
const terms: PolicyTerms = {
  kind: "incident",
  where: {},
  internal: false,
  metrics: [
    {
      metric: "resolve",
      target: { amount: 600, unit: "hours" },
      starts: {},
      pauses: [],
      stops: { state: ["resolved", "closed", "cancelled"] },
      again: "continue",
      onBreach: [],
      points: [{ id: "hour", at: { minutesBefore: 599 * 60 }, actions: [] }],
    },
  ],
};

type Cost = { readonly calls: string; readonly reads: number; readonly writes: number };

/** Units of the incident table that one minute's sweep takes: with `due` incidents to tell of, and with none. */
const measure = async (open: number): Promise<{ readonly busy: Cost; readonly quiet: Cost }> => {
  const { system, database, stop } = await startWorld({});
  try {
    const { body } = await system.as("admin", "POST", "/agreements", { body: { name: "Bench", ...terms } });
    const { id, version } = body as { id: string; version: number };
    await system.drain();
    // What follows from a new agreement is over before anything is counted.
    await system.moveTo(system.now() + 3 * minute);
    await system.drain();
    const policies = [{ id, name: "Bench", version, terms }];
    const now = system.now();
    await setStream(database, incidentTableName, false);
    await seedClocked(database, incidentTableName, open, { policies, calendars: new Map() }, (n) =>
      n < due ? new Date(now - hour + 20 * minute) : new Date(now + 10 * minute),
    );
    await setStream(database, incidentTableName, true);
    const minuteFrom = async (at: number): Promise<Cost> => {
      await system.moveTo(at);
      await system.drain();
      await system.countCapacity();
      await system.moveTo(at + minute);
      await system.drain();
      const lines = (await system.capacity()).filter(({ table }) => table === incidentTableName);
      return {
        calls: lines
          .map(({ operation, calls }) => `${operation} x${calls}`)
          .toSorted()
          .join(", "),
        reads: lines.reduce((sum, { reads }) => sum + reads, 0),
        writes: lines.reduce((sum, { writes }) => sum + writes, 0),
      };
    };
    const busy = await minuteFrom(now + 19.5 * minute);
    return { busy, quiet: await minuteFrom(now + 24.5 * minute) };
  } finally {
    await stop();
  }
};

const text = ({ reads, writes }: Cost): string => `${reads} read, ${writes} write`;

/** The sweep of service levels with few and with many open incidents: the units must be equal. */
export const sweepCost = async ([few, many]: readonly [number, number]): Promise<Section> => {
  const [small, large] = [await measure(few), await measure(many)];
  // The terms in force, or another schedule's look at its own index, may be read in the measured minute or not.
  const byChance = 2;
  const units = ({ reads, writes }: Cost): number => reads + writes;
  const differs = (what: "busy" | "quiet") => units(large[what]) > units(small[what]) + byChance;
  return {
    title: "Sweep of service levels",
    method: `units of the incident table that one minute takes, ${due} incidents due in it or none; their events included`,
    columns: ["minute", "calls", `${few} incidents open`, `${many} incidents open`],
    rows: [
      [`${due} due`, large.busy.calls, text(small.busy), text(large.busy)],
      ["none due", large.quiet.calls, text(small.quiet), text(large.quiet)],
    ],
    findings: [
      {
        what: "kinds of minutes whose units grow with the open incidents",
        value: [differs("busy"), differs("quiet")].filter((grows) => grows).length,
        unit: "",
        goal: { atMost: 0 },
      },
    ],
  };
};
