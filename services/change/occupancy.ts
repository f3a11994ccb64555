import type { Fact } from "../../shared/dynamo/fact-items.ts";
import { bucketsAround, bucketsOf } from "../../shared/time/buckets.ts";
import type { ChangeContext } from "./context.ts";
import { isPlanned, type Planned, peopleOf } from "./decisions/conflicts.ts";
import type { Stay } from "./facts.ts";

/** What only one change at a time should be at. */
export const place = {
  ci: (id: string) => `ci#${id}`,
  person: (id: string) => `person#${id}`,
  service: (id: string) => `service#${id}`,
};

/** Everything that a change is at. */
export const placesOf = (change: Planned): string[] => [
  ...change.ciIds.map(place.ci),
  ...peopleOf(change).map(place.person),
];

/** Where a change is found from: also its service, which several changes may be at. */
const filedUnder = (change: Planned): string[] => [
  ...placesOf(change),
  ...(change.serviceId ? [place.service(change.serviceId)] : []),
];

const windowOf = ({ plannedStart, plannedEnd }: Planned) => ({
  from: Date.parse(plannedStart),
  until: Date.parse(plannedEnd),
});

/** Longer than anybody asks for conflicts in the past, and than an event can come late. */
const keepDays = 30;
const day = 24 * 3_600_000;

/**
 * Files a change under everything it is planned to be at, by day or week. What it leaves behind when it is
 * planned otherwise does no harm: whoever finds it reads the change, and the item goes when its time is over.
 */
export const occupy = async (id: string, context: ChangeContext): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) if (await file(id, context)) return;
  throw new Error(`${id} was changed each time it was filed`);
};

/** Once more for each time that somebody changed it meanwhile; then the event comes again. */
const attempts = 5;

const file = async (id: string, { changes, stays }: ChangeContext): Promise<boolean> => {
  const change = await changes.get(id);
  if (!isPlanned(change)) return true;
  const buckets = bucketsOf(windowOf(change));
  const value = { f: change.plannedStart, t: change.plannedEnd };
  const facts = filedUnder(change).flatMap((where) =>
    buckets.map(
      ({ name, until }): Fact<Stay> => ({
        key: `${where}#${name}`,
        entry: id,
        value,
        expires: Math.floor((until + keepDays * day) / 1000),
      }),
    ),
  );
  return stays.keepAll(id, change.version, facts);
};

/** Ids of changes that may be at one of these places in a stretch (ISO 8601); two of one place are found once. */
export const foundAt = async (
  places: readonly string[],
  from: string,
  to: string,
  { stays }: Pick<ChangeContext, "stays">,
): Promise<ReadonlySet<string>> => {
  const buckets = bucketsAround({ from: Date.parse(from), until: Date.parse(to) });
  const found = await stays.read(places.flatMap((where) => buckets.map((name) => `${where}#${name}`)));
  const ids = [...found.values()].flatMap((entries) =>
    [...entries].filter(([, { f, t }]) => f < to && from < t).map(([id]) => id),
  );
  return new Set(ids);
};
