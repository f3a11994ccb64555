import type { Random } from "./machine/random.ts";
import type { Model, Operation } from "./simulated.ts";

const category = (_random: Random, model: Model): Operation => ({
  as: "ada",
  method: "POST",
  path: "/catalog-categories",
  body: { name: model.word() },
  isKeyed: true,
});

const steps = (random: Random) => {
  const count = random.between(0, 3);
  return Array.from({ length: count }, (_, at) => ({
    kind: "manual",
    key: `s${at}`,
    title: `Step ${at}`,
    after: at > 0 && random.chance(0.6) ? [`s${random.between(0, at - 1)}`] : [],
    ...(random.chance(0.2) ? { hours: 1 } : {}),
  }));
};
/** Now and then a step that another service does, whose models and templates nobody has: it comes back to people. */
const byItself = (random: Random) =>
  random.pick<readonly object[]>([
    [],
    [],
    [{ kind: "reserve_asset", key: "asset", title: "Reserve", modelId: "MDL0000001" }],
    [{ kind: "open_change", key: "change", title: "Change", templateId: "CTP0000001" }],
    [{ kind: "event", key: "wait", title: "Wait", name: "wait", hours: 1 }],
    [{ kind: "wait", key: "told", title: "Until told", signal: "told" }],
  ]);
const approver = (random: Random) =>
  random.pick<object>([{ kind: "person", id: "max" }, { kind: "role", id: "admin" }, { kind: "manager" }]);

/** Something new to be had, and how it is approved and done. */
export const offer = (random: Random, model: Model): Operation => {
  const categories = model.seen("CCA");
  if (categories.length === 0) return category(random, model);
  const offered = model.seen("CIT").filter(({ state, isBundle }) => state === "published" && !isBundle);
  const bundle =
    offered.length > 0 && random.chance(0.3)
      ? [
          { key: "a", catalogItemId: random.pick(offered).id, approval: random.pick(["bundle", "own"]) },
          { key: "b", catalogItemId: random.pick(offered).id, after: random.chance(0.5) ? ["a"] : [] },
        ]
      : undefined;
  const approvals = Array.from({ length: random.between(0, 2) }, (_, at) => ({
    name: `Step ${at}`,
    approvers: [approver(random)],
    ...(random.chance(0.3) ? { remindHours: 1, expiresHours: 2 } : {}),
  }));
  return {
    as: "ada",
    method: "POST",
    path: "/catalog-items",
    body: {
      name: model.word(),
      summary: "x",
      categoryId: random.pick(categories).id,
      teamId: "desk",
      approvals,
      fulfilment: [...steps(random), ...byItself(random)],
      ...(bundle ? { bundle } : {}),
      ...(random.chance(0.4) ? { standing: "access" } : {}),
    },
    isKeyed: random.chance(0.8),
  };
};

export const govern = (random: Random, model: Model): Operation => {
  const known = model.seen("CIT");
  if (known.length === 0) return offer(random, model);
  const drafts = known.filter((item) => item.state === "draft");
  const { id, state } = random.pick(drafts.length > 0 && random.chance(0.7) ? drafts : known);
  const usual = { draft: "publish", published: random.pick(["redraft", "retire"]), retired: "restore" };
  const verb = usual[state as keyof typeof usual];
  return { as: "ada", method: "POST", path: `/catalog-items/${id}/${verb}`, body: {}, isKeyed: true };
};
