import { type Departure, holders } from "../../services/organization/departure.ts";
import { isPersonRecordId } from "../../services/organization/person.ts";
import { organizationService } from "../../services/organization/service.ts";
import { departureRecords, personRecords, teamRecords } from "../../services/organization/table.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type Simulated, storedKind } from "./simulated.ts";

const ids = ["desk", "network", "mail-ops"] as const;
const people = ["ann", "abe", "nora", "eve"] as const;

const isTeam = (id: string): boolean => ids.some((each) => each === id);

const fields = (random: Random, model: Model) => ({
  name: model.word(),
  members: people.filter(() => random.chance(0.5)).map((personId) => ({ personId })),
});

const create = (random: Random, model: Model): Operation => ({
  as: "ada",
  method: "POST",
  path: "/teams",
  body: { id: random.pick(ids), ...fields(random, model) },
  isKeyed: random.chance(0.8),
});

const list = (random: Random): Operation => ({
  as: random.pick(people),
  method: "GET",
  path: "/teams",
  query: random.pick<Readonly<Record<string, string>>>([{ state: "active" }, { state: "inactive" }]),
});

const change = (random: Random, model: Model): Operation => {
  const teams = ids.flatMap((id) => model.seen(id));
  if (teams.length === 0) return create(random, model);
  const { id, version, state } = random.pick(teams);
  if (random.chance(0.6))
    return {
      as: "ada",
      method: "PUT",
      path: `/teams/${id}`,
      ifMatch: version,
      body: fields(random, model),
      mayChangeNothing: true,
    };
  const verb = state === "active" ? "deactivate" : "activate";
  return { as: "ada", method: "POST", path: `/teams/${id}/${verb}`, body: {}, isKeyed: true };
};

const day = 24 * 3_600_000;

const depart = (random: Random, model: Model): Operation => {
  const open = model.seen("DEP").filter(({ state }) => state === "open");
  if (open.length > 0 && random.chance(0.5)) {
    const verb = random.pick(["ask", "ask", "cancel"]);
    return {
      as: "ada",
      method: "POST",
      path: `/departures/${random.pick(open).id}/${verb}`,
      body: {},
      isKeyed: true,
    };
  }
  const lastAt = new Date(model.now() + random.between(-2, 2) * day).toISOString();
  const personId = random.pick(people);
  return {
    as: "ada",
    method: "POST",
    path: "/departures",
    body: { personId, kind: "leaves", lastAt, ...(random.chance(0.5) ? { handOverTo: "zoe" } : {}) },
    isKeyed: true,
  };
};

/** Few people, called another way again and again; one of them says it, or the directory does. */
const name = (random: Random, model: Model): Operation =>
  random.chance(0.6)
    ? {
        as: random.pick(["ada", "robot"]),
        method: "POST",
        path: `/people/${random.pick(people)}/name`,
        body: { name: model.word() },
        isKeyed: true,
      }
    : { as: random.pick(people), method: "POST", path: "/me/name", body: {}, mayChangeNothing: true };

/** A departure is over when everybody said so twice, and no team names the person then. */
const brokenDepartures = ({ kept }: Facts): string[] =>
  kept
    .filter(({ id }) => /^DEP\d+$/.test(id))
    .flatMap(({ id, history, item }) => {
      const { state, answers } = { ...(item?.record as object), ...(item?.long as object) } as Departure;
      const clear = history.filter(({ changes }) => changes.isClear?.to === true).length;
      const isEmpty = holders.every((holder) => answers.some((a) => a.holder === holder && a.count === 0));
      return state === "done" && (clear === 0 || !isEmpty)
        ? [`${id} is done with ${JSON.stringify(answers)}`]
        : [];
    });

/** Few teams under few names: two people make the same one, and change it at once. */
export const simulatedOrganization: Simulated = {
  service: organizationService as unknown as Simulated["service"],
  share: 1,
  kinds: [
    storedKind(teamRecords, isTeam),
    storedKind(personRecords, isPersonRecordId),
    storedKind(departureRecords, (id) => /^DEP\d+$/.test(id)),
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
  ],
  operation: (random, model) =>
    random.weighted([
      [2, create],
      [4, change],
      [1, list],
      [1.5, depart],
      [1, name],
    ])(random, model),
  broken: brokenDepartures,
};
