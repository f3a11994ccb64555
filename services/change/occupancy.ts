import type { Fact } from "../../shared/dynamo/fact-items.ts";
import { bucketsAround, bucketsOf } from "../../shared/time/buckets.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { isPlanned, type Planned, peopleOf } from "./decisions/conflicts.ts";
import type { Stay } from "./facts.ts";

/** What only one change at a time should be at. */
export const place = {
  ci: (id: string) => `ci#${id}`,
  person: (id: string) => `person#${id}`,
  service: (id: string) => `service#${id}`,
  team: (id: string) => `team#${id}`,
};

/** Everything that a change is at. */
export const placesOf = (change: Planned): string[] => [
  ...change.ciIds.map(place.ci),
  ...peopleOf(change).map(place.person),
];

/** The service that it names, and those that depend on its CIs. */
const servicesOf = ({ serviceId, impacted }: Change): readonly string[] => [
  ...new Set([
    ...(serviceId === undefined ? [] : [serviceId]),
    ...(impacted?.services.map(({ id }) => id) ?? []),
  ]),
];

/** Where a change is found from: also its services and its team, which several changes may be at. */
const filedUnder = (change: Windowed): string[] => [
  ...placesOf(change),
  ...servicesOf(change).map(place.service),
  ...(change.teamId ? [place.team(change.teamId)] : []),
];

/** Work that goes on after its window is found for so long after that was told; few go on for longer. */
const overrunDays = 14;

type Windowed = Change & { readonly plannedStart: string; readonly plannedEnd: string };

const isWindowed = (change: Change): change is Windowed =>
  change.plannedStart !== undefined && change.plannedEnd !== undefined;

/** When a change is at its places: as it is planned, and as long as the work really took or still takes. */
export const windowOf = (change: Windowed) => {
  const { plannedStart, plannedEnd, actualStart = plannedStart, actualEnd, overranAt, state } = change;
  const goesOn = state === "implement" && overranAt !== undefined;
  const ends = [
    Date.parse(plannedEnd),
    ...(actualEnd === undefined ? [] : [Date.parse(actualEnd)]),
    ...(goesOn ? [Date.parse(overranAt) + overrunDays * day] : []),
  ];
  return {
    from: Math.min(Date.parse(plannedStart), Date.parse(actualStart)),
    until: Math.max(...ends),
  };
};

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
  const isDone = change.actualEnd !== undefined;
  if (!isWindowed(change) || !(isDone || isPlanned(change))) return true;
  const window = windowOf(change);
  const buckets = bucketsOf(window);
  const value = { f: new Date(window.from).toISOString(), t: new Date(window.until).toISOString() };
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
