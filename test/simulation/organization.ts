import { organizationService } from "../../services/organization/service.ts";
import { teamRecords } from "../../services/organization/table.ts";
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

/** Few teams under few names: two people make the same one, and change it at once. */
export const simulatedOrganization: Simulated = {
  service: organizationService as unknown as Simulated["service"],
  share: 1,
  kinds: [storedKind(teamRecords, isTeam)],
  operation: (random, model) =>
    random.weighted([
      [2, create],
      [4, change],
      [1, list],
    ])(random, model),
  broken: () => [],
};
