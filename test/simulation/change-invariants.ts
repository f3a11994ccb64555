import type { Change } from "../../services/change/change.ts";
import { isPlanned, type Planned } from "../../services/change/decisions/conflicts.ts";
import type { ChangeTemplate } from "../../services/change/template.ts";
import { fold } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";

const recordOf = <R>({ id, item }: Kept): R =>
  ({ id, ...(item?.record as object), ...(item?.long as object), version: item?.version }) as R;

const kept = ({ kept: all }: Facts, prefix: string): readonly Kept[] =>
  all.filter(({ id, service }) => service === "change" && new RegExp(`^${prefix}\\d+$`).test(id));

const changesIn = (facts: Facts): readonly Change[] => kept(facts, "CHG").map((one) => recordOf<Change>(one));

/** Nothing was begun that was not approved as it was, nor by who approved it. */
export const brokenAuthority = (facts: Facts): string[] =>
  kept(facts, "CHG").flatMap(({ id, history }) =>
    history.flatMap(({ type, meta }, at) => {
      if (type !== "ChangeImplementationStarted") return [];
      const change = fold(history.slice(0, at + 1)) as unknown as Change;
      const approvers =
        change.approval?.steps.flatMap(({ ballots }) => ballots.map((ballot) => ballot.personId)) ?? [];
      return [
        ...(change.type === "standard" || change.approval?.state === "approved"
          ? []
          : [`${id} was begun unapproved`]),
        ...(approvers.includes(meta.actor.id)
          ? [`${id} was begun by ${meta.actor.id}, who approved it`]
          : []),
      ];
    }),
  );

const collide = (a: Planned, b: Planned): boolean =>
  a.plannedStart < b.plannedEnd &&
  b.plannedStart < a.plannedEnd &&
  a.ciIds.some((id) => b.ciIds.includes(id));

/** When all has come to rest, of two changes at one CI at one time each names the other. */
export const brokenConflicts = (facts: Facts): string[] => {
  const planned = changesIn(facts).filter(isPlanned);
  return planned.flatMap((a) =>
    planned
      .filter((b) => a.id !== b.id && collide(a, b) && !a.conflicts?.with.includes(b.id))
      .map((b) => `${a.id} does not know that it collides with ${b.id}`),
  );
};

/** How every change ended is kept, as it is known in the end. */
export const brokenEnds = (facts: Facts): string[] => {
  const ends = new Map<string, string>();
  for (const item of facts.items.get("change") ?? [])
    if (item.pk.startsWith("FACTS#END#all#"))
      for (const [name, value] of Object.entries(item))
        if (name.startsWith("f#")) ends.set(name.slice(2), (value as { o: string }).o);
  return changesIn(facts)
    .filter(({ outcome, id }) => outcome !== undefined && ends.get(id) !== outcome)
    .map(({ id, outcome }) => `${id} ended ${outcome}, kept is ${ends.get(id)}`);
};

/** A template that too many of its last changes failed is not used. */
export const brokenTemplates = (facts: Facts): string[] =>
  kept(facts, "CTP")
    .map((one) => recordOf<ChangeTemplate>(one))
    .filter(({ uses = [], suspendAfter, inUse, stopped, state }) => {
      const failed = uses.filter((use) => use.failed).length;
      return inUse !== undefined && state !== "retired" && failed >= suspendAfter.failed && !stopped;
    })
    .map(({ id }) => `${id} is used although too many of its changes failed`);
