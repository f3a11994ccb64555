import type { Incident, Link } from "../incident.ts";
import type { Brought } from "../merge-fields.ts";

const lists = ["watchers", "ciIds", "links"] as const;
type ListName = (typeof lists)[number];
type Lists = Pick<Incident, ListName>;

const asText = (value: string | Link): string =>
  typeof value === "string" ? value : JSON.stringify([value.type, value.target]);
const asLink = (text: string): Link => {
  const [type, target] = JSON.parse(text) as [Link["type"], string];
  return { type, target };
};
const textsOf = (of: Lists, list: ListName): string[] => of[list].map(asText);
const nothing = { watchers: [], ciIds: [], links: [] };
const broughtTo = (incident: Incident) => incident.brought ?? nothing;

const withValues = (values: Readonly<Record<ListName, readonly string[]>>): Lists => ({
  watchers: [...values.watchers],
  ciIds: [...values.ciIds],
  links: values.links.map(asLink),
});

const perList = <T>(make: (list: ListName) => T): Record<ListName, T> => ({
  watchers: make("watchers"),
  ciIds: make("ciIds"),
  links: make("links"),
});

/** A duplicate's share in what another incident is tied to: its caller and watchers follow that one from now on. */
const shareOf = (duplicate: Incident, survivor: Incident): Lists => ({
  watchers: [duplicate.callerId, ...duplicate.watchers].filter((id) => id !== survivor.callerId),
  ciIds: duplicate.ciIds,
  links: duplicate.links.filter(({ target }) => target !== survivor.id),
});

/** Lists of an incident with those of a duplicate, and what of it is the duplicate's only. */
export const bringing = (survivor: Incident, duplicate: Incident): Lists & Pick<Incident, "brought"> => {
  const share = shareOf(duplicate, survivor);
  const brought = perList((list): Brought[] => {
    const known = broughtTo(survivor)[list];
    const present = textsOf(survivor, list);
    const values = [...new Set(textsOf(share, list))];
    const fresh = values.filter((value) => !present.includes(value));
    return [
      ...known.map((each) =>
        values.includes(each.value) ? { ...each, from: [...each.from, duplicate.id] } : each,
      ),
      ...fresh.map((value) => ({ value, from: [duplicate.id] })),
    ];
  });
  const values = perList((list) => [
    ...new Set([...textsOf(survivor, list), ...brought[list].map(({ value }) => value)]),
  ]);
  return { ...withValues(values), brought };
};

/** Lists of an incident without what came with a duplicate and with no other one. */
export const takingBack = (survivor: Incident, duplicateId: string): Lists & Pick<Incident, "brought"> => {
  const without = perList((list) =>
    broughtTo(survivor)[list].map(({ value, from }) => ({
      value,
      from: from.filter((id) => id !== duplicateId),
    })),
  );
  const values = perList((list) => {
    const gone = without[list].filter(({ from }) => from.length === 0).map(({ value }) => value);
    return textsOf(survivor, list).filter((value) => !gone.includes(value));
  });
  const brought = perList((list) => without[list].filter(({ from }) => from.length > 0));
  const isEmpty = lists.every((list) => brought[list].length === 0);
  return { ...withValues(values), brought: isEmpty ? undefined : brought };
};

/**
 * What a change of the lists means for what duplicates brought: what somebody removes is nobody's share any
 * more, so that adding it by hand later makes it the incident's own. Who came with a duplicate does not get
 * to see what is restricted from now on.
 */
export const afterChange = (incident: Incident, changes: Partial<Incident>): Partial<Incident> => {
  if (!incident.brought || "brought" in changes) return {};
  const isRestricted = changes.restricted === true && !incident.restricted;
  if (!isRestricted && !lists.some((list) => list in changes)) return {};
  const now = { ...incident, ...changes };
  const strangers = isRestricted ? incident.brought.watchers.map(({ value }) => value) : [];
  const watchers = now.watchers.filter((id) => !strangers.includes(id));
  const present = perList((list) => textsOf({ ...now, watchers }, list));
  const known = incident.brought;
  const brought = perList((list) => known[list].filter(({ value }) => present[list].includes(value)));
  return { brought, ...(isRestricted ? { watchers } : {}) };
};
