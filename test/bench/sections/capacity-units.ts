import type { CapacityLine } from "../../replay/system.ts";
import { incidentTableName } from "../prepare-tables.ts";
import type { Section } from "../result.ts";
import { type Operation, operations, throughHttp } from "../through-http.ts";
import type { World } from "../world.ts";

/** What one operation consumed of the incident table: `UpdateItem x1, TransactWriteItems x1`, and units. */
export type Units = { readonly calls: string; readonly reads: number; readonly writes: number };

/**
 * Reads of the settings come once in five seconds and sweeps once in five minutes: of several tries the
 * cheapest is the operation alone.
 */
const tries = 6;

const unitsOf = (lines: readonly CapacityLine[]): Units => {
  const own = lines.filter(({ table }) => table === incidentTableName);
  return {
    calls: own
      .map(({ operation, calls }) => `${operation} x${calls}`)
      .toSorted()
      .join(", "),
    reads: own.reduce((sum, { reads }) => sum + reads, 0),
    writes: own.reduce((sum, { writes }) => sum + writes, 0),
  };
};

const cost = ({ reads, writes }: Units): number => reads + writes;

/** Exact capacity units of each operation on the incident table. */
export const measureUnits = async (world: World): Promise<ReadonlyMap<Operation, Units>> => {
  const work = throughHttp(world);
  const found = new Map<Operation, Units>();
  for (const operation of operations) {
    const tried: Units[] = [];
    for (let n = 0; n < tries; n += 1) {
      await world.system.drain();
      await world.system.countCapacity();
      await work[operation]();
      await world.system.drain();
      tried.push(unitsOf(await world.system.capacity()));
    }
    found.set(
      operation,
      tried.reduce((best, each) => (cost(each) < cost(best) ? each : best)),
    );
  }
  return found;
};

/** What a design that reads and writes no more than it must comes to. */
const fewest: Partial<Record<Operation, string>> = {
  get: "GetItem x1",
  list: "Query x1",
  create: "TransactWriteItems x1, UpdateItem x1",
};

const text = ({ reads, writes }: Units): string => `${reads} read, ${writes} write`;

/** The same operations with few and with many incidents behind: the units must be equal. */
export const capacityUnits = (
  few: ReadonlyMap<Operation, Units>,
  many: ReadonlyMap<Operation, Units>,
  [fewCount, manyCount]: readonly [number, number],
): Section => {
  const of = (units: ReadonlyMap<Operation, Units>, operation: Operation): Units =>
    units.get(operation) ?? { calls: "none", reads: Number.NaN, writes: Number.NaN };
  const differing = operations.filter(
    (operation) => JSON.stringify(of(few, operation)) !== JSON.stringify(of(many, operation)),
  );
  const dearer = operations.filter(
    (operation) => fewest[operation] !== undefined && of(few, operation).calls !== fewest[operation],
  );
  return {
    title: "Capacity units",
    method: "consumed units of the incident table as DynamoDB reports them, one operation at a time",
    columns: ["operation", "calls", `${fewCount} incidents behind`, `${manyCount} incidents behind`],
    rows: operations.map((operation) => [
      operation,
      of(many, operation).calls,
      text(of(few, operation)),
      text(of(many, operation)),
    ]),
    findings: [
      {
        what: "operations whose units grow with the past",
        value: differing.length,
        unit: "",
        goal: { atMost: 0 },
      },
      {
        what: "operations that take more calls than get 1 read, list 1 query, create 1 counter and 1 transaction",
        value: dearer.length,
        unit: "",
        goal: { atMost: 0 },
      },
    ],
  };
};
