import type { Random } from "./machine/random.ts";
import type { Model, Operation } from "./simulated.ts";

const hour = 3_600_000;

/** A freeze or a window comes and goes on a CI that changes are about. */
export const calendar = (random: Random, model: Model): Operation => {
  const path = random.pick(["/change-freezes", "/change-windows"]);
  const known = model.seen(path === "/change-freezes" ? "CFZ" : "CWN");
  const base = { as: "chad", method: "POST", isKeyed: true } as const;
  if (known.length > 0 && random.chance(0.6)) {
    const { id, state } = random.pick(known);
    return { ...base, path: `${path}/${id}/${state === "active" ? "retire" : "restore"}`, body: {} };
  }
  const from = model.now() + random.between(-1, 3) * hour;
  const times = { from: new Date(from).toISOString(), to: new Date(from + 2 * hour).toISOString() };
  const about = { name: model.word(), ciIds: [random.pick(["db-1", "app-1"])] };
  return {
    ...base,
    path,
    body: { ...about, ...times, ...(path === "/change-freezes" ? { reason: "Books" } : {}) },
  };
};

const nextOf: Readonly<Record<string, string>> = {
  draft: "propose",
  in_review: "approve",
  approved: "redraft",
  suspended: "resume",
};

/** A template is written, reviewed and used. */
export const templates = (random: Random, model: Model): Operation => {
  const known = model.seen("CTP");
  const base = { method: "POST", isKeyed: true } as const;
  if (known.length < 2)
    return {
      ...base,
      as: "ann",
      path: "/change-templates",
      body: { name: model.word(), fields: { title: model.word() }, suspendAfter: { failed: 1, of: 3 } },
    };
  const { id, state } = random.pick(known);
  const verb = nextOf[String(state)];
  if (verb === undefined) return { as: "ann", method: "GET", path: `/change-templates/${id}` };
  const as = verb === "approve" || verb === "resume" ? "chad" : "ann";
  return { ...base, as, path: `/change-templates/${id}/${verb}`, body: {} };
};
