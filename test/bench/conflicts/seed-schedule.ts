import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Change } from "../../../services/change/change.ts";
import type { Planned } from "../../../services/change/decisions/conflicts.ts";
import { placesOf } from "../../../services/change/occupancy.ts";
import { changeRecords } from "../../../services/change/table.ts";
import { type Item, recordItem } from "../../../shared/dynamo/items.ts";
import { bucketsOf } from "../../../shared/time/buckets.ts";
import { inParallel } from "../../replay/in-parallel.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Wednesday: no week or day begins or ends in the window. */
const theDay = Date.parse("2027-06-16T12:00:00.000Z");
const yearBegins = Date.parse("2027-01-01T00:00:00.000Z");
const daysOfYear = 365;

export const ciOf = (n: number): string => `CI${String(n + 1).padStart(7, "0")}`;
const changeId = (n: number): string => `CHG${String(n + 1).padStart(7, "0")}`;

const planned = (n: number, ciIds: string[], from: number, hours: number): Planned =>
  ({
    id: changeId(n),
    version: 3,
    createdAt: "2026-12-01T00:00:00.000Z",
    updatedAt: "2026-12-01T00:00:00.000Z",
    type: "normal",
    title: `Change ${n}`,
    impact: 3,
    ciIds,
    plans: {},
    links: [],
    tasks: [],
    requesterId: "ann",
    openedBy: "ann",
    openedAt: "2026-12-01T00:00:00.000Z",
    state: "scheduled",
    assigneeId: `person-${n % 500}`,
    plannedStart: new Date(from).toISOString(),
    plannedEnd: new Date(from + hours * hour).toISOString(),
  }) as unknown as Change & Planned;

/** The change that is asked about: it touches so many CIs for two hours. */
export const asked = (cis: number): Planned =>
  planned(
    9_999_998,
    Array.from({ length: cis }, (_, n) => ciOf(n)),
    theDay,
    2,
  );

/**
 * So many changes in the calendar of a year, of which `overlapping` are on the CIs that are asked about at that
 * time; the others are on those CIs on other days, or on other CIs.
 */
const schedule = (count: number, overlapping: number, cis: number): readonly Planned[] =>
  Array.from({ length: count }, (_, n) => {
    if (n < overlapping) return planned(n, [ciOf((n * 7) % cis)], theDay + hour, 2);
    const at = yearBegins + ((n * 37) % daysOfYear) * day + (n % 20) * hour;
    // Days later: what is on the same CI is found in no day's or week's item that is read.
    const isNear = Math.abs(at - theDay) < 8 * day;
    return planned(n, [ciOf(isNear ? cis + (n % (19 * cis)) : n % (20 * cis))], at, 2);
  });

const write = async (
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
): Promise<void> => {
  const starts = Array.from({ length: Math.ceil(items.length / 25) }, (_, i) => i * 25);
  await inParallel(starts, 4, async (start) => {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  });
};

/** The items by which changes are found, as filing them one by one would have left them. */
const staysOf = (changes: readonly Planned[]): readonly Item[] => {
  const items = new Map<string, Record<string, unknown>>();
  for (const change of changes) {
    const window = { from: Date.parse(change.plannedStart), until: Date.parse(change.plannedEnd) };
    for (const where of placesOf(change))
      for (const { name } of bucketsOf(window)) {
        const pk = `FACTS#STAY#${where}#${name}`;
        const value = { f: change.plannedStart, t: change.plannedEnd };
        items.set(pk, { ...items.get(pk), [`f#${change.id}`]: value });
      }
  }
  return [...items].map(([pk, facts]) => ({ pk, sk: "FACTS", ...facts }));
};

/** Each CI that is asked about has to do with two others. */
const relationsOf = (cis: number): readonly Item[] =>
  Array.from({ length: cis }, (_, n) => ({
    pk: `FACTS#RELATION#${ciOf(n)}`,
    sk: "FACTS",
    "f#a": { o: ciOf((n + 1) % cis), a: true },
    "f#b": { o: ciOf(30 * cis + n), a: true },
  }));

/** Writes a calendar of changes straight into the table, with all that conflicts are found by. */
export const seedSchedule = async (
  client: DynamoDBDocumentClient,
  table: string,
  { count, overlapping, cis }: { readonly count: number; readonly overlapping: number; readonly cis: number },
): Promise<void> => {
  const changes = schedule(count, overlapping, cis);
  const chunk = 10_000;
  for (let at = 0; at < changes.length; at += chunk)
    await write(
      client,
      table,
      changes.slice(at, at + chunk).map((change) => recordItem(changeRecords, change)),
    );
  await write(client, table, [...staysOf(changes), ...relationsOf(cis)]);
};
