import type { Name } from "../../bed/people.ts";

/**
 * Who stands where, written down by hand from the rules people are told: an employee sees what is their own or
 * what they follow; agents and managers see all that is not restricted; a restricted incident is seen by its
 * team's agents and the people named in it; internal notes are for who works on it (or reads all), never for
 * who is merely named.
 */
export type Standing = {
  /** Finds the record in any channel. */
  readonly sees: boolean;
  /** Reads internal notes, links, watchers and the vendor. */
  readonly inside: boolean;
};

/** People who work on incidents; the others read, and do to their own what is theirs to decide. */
export const workers: readonly Name[] = ["ann", "abe", "nora", "robot", "max"];
/** People who find every incident that is not restricted. */
export const readers: readonly Name[] = [...workers, "pia", "chad", "asta", "cora", "kim", "ada"];

const all: Standing = { sees: true, inside: true };
const outside: Standing = { sees: true, inside: false };
const nothing: Standing = { sees: false, inside: false };

const ofOpen = (who: Name, named: readonly Name[]): Standing => {
  if (readers.includes(who)) return all;
  return named.includes(who) ? outside : nothing;
};
const ofRestricted = (who: Name, team: readonly Name[], named: readonly Name[]): Standing => {
  if (team.includes(who)) return all;
  return named.includes(who) ? outside : nothing;
};

/** An incident of the matrix: how it is opened, what everybody is to it, and to whom it is their own. */
export type Situation = {
  readonly by: Name;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly standing: (who: Name) => Standing;
  readonly own: readonly Name[];
};

export const situations: Readonly<Record<string, Situation>> = {
  "an employee's own": {
    by: "eve",
    fields: {},
    standing: (who) => ofOpen(who, ["eve"]),
    own: ["eve"],
  },
  "one opened for an employee by an agent": {
    by: "ann",
    fields: { callerId: "eve", teamId: "desk" },
    standing: (who) => ofOpen(who, ["eve"]),
    own: ["eve", "ann"],
  },
  "one that an employee watches": {
    by: "ann",
    fields: { watchers: ["emil"], teamId: "network", vendor: "V" },
    standing: (who) => ofOpen(who, ["emil"]),
    own: ["ann"],
  },
  "a restricted one of the desk": {
    by: "ann",
    fields: { restricted: true, teamId: "desk" },
    standing: (who) => ofRestricted(who, ["ann", "abe"], []),
    own: ["ann"],
  },
  "a restricted one of an employee": {
    by: "ann",
    fields: { restricted: true, teamId: "desk", callerId: "eve" },
    standing: (who) => ofRestricted(who, ["ann", "abe"], ["eve"]),
    own: ["eve", "ann"],
  },
  "a restricted one that others watch": {
    by: "ann",
    fields: { restricted: true, teamId: "desk", watchers: ["emil", "nora", "ada"] },
    standing: (who) => ofRestricted(who, ["ann", "abe"], ["emil", "nora", "ada"]),
    own: ["ann"],
  },
  "a restricted one given to an agent of another team": {
    by: "ann",
    fields: { restricted: true, teamId: "desk", assigneeId: "nora" },
    standing: (who) => ofRestricted(who, ["ann", "abe", "nora"], []),
    own: ["ann"],
  },
  "a restricted one without a team": {
    by: "eve",
    fields: { restricted: true },
    standing: (who) => ofRestricted(who, [], ["eve"]),
    own: ["eve"],
  },
};
