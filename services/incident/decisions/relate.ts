import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { IncidentLinked, IncidentWatched } from "../events.ts";
import { type Incident, Link, PersonId } from "../incident.ts";
import { command, happened } from "./command.ts";

/** As many ties and watchers as fit the record and its transaction. */
const most = 50;

const full = (path: string) =>
  new Refusal("invalid_input", undefined, [{ path, message: `At most ${most}` }]);
const same = (a: Link, b: Link): boolean => a.type === b.type && a.target === b.target;
const linked = (incident: Incident, links: Link[]) => [happened(IncidentLinked, incident, { links }, {})];
const watched = (incident: Incident, watchers: string[]) => [
  happened(IncidentWatched, incident, { watchers }, {}),
];

export const link = command({
  body: Link,
  decide: (incident, added) => {
    if (incident.links.some((present) => same(present, added))) return [];
    if (incident.links.length >= most) throw full("body");
    return linked(incident, [...incident.links, added]);
  },
});

export const unlink = command({
  body: Link,
  decide: (incident, removed) => {
    const left = incident.links.filter((present) => !same(present, removed));
    return left.length === incident.links.length ? [] : linked(incident, left);
  },
});

const Watcher = z.strictObject({ personId: PersonId });

export const watch = command({
  body: Watcher,
  decide: (incident, { personId }) => {
    if (incident.watchers.includes(personId)) return [];
    if (incident.watchers.length >= most) throw full("body.personId");
    return watched(incident, [...incident.watchers, personId]);
  },
});

export const unwatch = command({
  body: Watcher,
  decide: (incident, { personId }) =>
    incident.watchers.includes(personId)
      ? watched(
          incident,
          incident.watchers.filter((id) => id !== personId),
        )
      : [],
});

/** Another incident named this one as its parent: from now on its state is passed on. */
export const becomeParent = (incident: Incident) =>
  incident.isParent ? [] : [happened(IncidentLinked, incident, { isParent: true }, {})];
