import type { ServiceRequest } from "../../services/request/request.ts";
import type { Name } from "../bed/people.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { offer } from "./request-catalog.ts";
import type { Model, Operation } from "./simulated.ts";

const minute = 60_000;
const owners: readonly Name[] = ["eve", "emil"];

const orderOf = (random: Random, model: Model) => {
  const offered = model.seen("CIT").filter(({ state }) => state === "published");
  const at = new Date(model.now() + random.between(1, 90) * minute).toISOString();
  return { name: model.word(), at, order: { lines: [{ catalogItemId: random.pick(offered).id }] } };
};

/** Something is ordered at a time to come, or at another, or not after all. */
export const schedule = (random: Random, model: Model): Operation => {
  if (!model.seen("CIT").some(({ state }) => state === "published")) return offer(random, model);
  const path = "/request-schedules";
  const known = model.seen("RSC");
  if (known.length < 2 || random.chance(0.4))
    return {
      as: random.pick(owners),
      method: "POST",
      path,
      body: orderOf(random, model),
      isKeyed: random.chance(0.8),
    };
  const { id, version, state, ownerId } = random.pick(known);
  const as = ownerId as Name;
  if (random.chance(0.5))
    return { as, method: "PUT", path: `${path}/${id}`, ifMatch: version, body: orderOf(random, model) };
  const verb = state === "active" ? "retire" : "restore";
  return { as, method: "POST", path: `${path}/${id}/${verb}`, body: {}, isKeyed: true };
};

/** Who was served says how it was; a low score is followed up. */
export const survey = (random: Random, model: Model): Operation => {
  const known = model.seen("CSA-").filter(({ state }) => state !== "answered" && state !== "followed_up");
  if (known.length === 0 || random.chance(0.2))
    return { as: random.pick(owners), method: "GET", path: "/satisfaction-surveys" };
  const { id, state, personId } = random.pick(known);
  const path = `/satisfaction-surveys/${id}`;
  const base = { method: "POST", isKeyed: random.chance(0.8) } as const;
  if (state === "asked")
    return {
      ...base,
      as: personId as Name,
      path: `${path}/answer`,
      body: { score: random.between(1, 5), comment: model.word() },
    };
  return {
    ...base,
    as: random.pick(["ann", "ada"]),
    path: `${path}/follow-up`,
    body: { text: model.word() },
  };
};

/** What a schedule says it ordered is there, and nothing was ordered by it besides. */
export const brokenSchedules = ({ kept }: Facts): string[] => {
  const placed = kept
    .filter(({ id }) => /^REQ\d+$/.test(id))
    .map(({ id, item }) => ({
      ...({ ...(item?.record as object), ...(item?.long as object) } as ServiceRequest),
      id,
    }));
  return kept
    .filter(({ id }) => /^RSC\d+$/.test(id))
    .flatMap(({ id, history }) => {
      const told = history
        .filter(({ type }) => type === "RequestScheduleOrdered")
        .map(({ data }) => String((data.schedule as { lastRequestId?: string }).lastRequestId));
      const made = placed.filter(({ origin }) => origin?.id === id).map((request) => request.id);
      return JSON.stringify(told.toSorted()) === JSON.stringify(made.toSorted())
        ? []
        : [`${id} says that it ordered ${told}, there are ${made}`];
    });
};
