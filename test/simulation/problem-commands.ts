import { problemLifecycle } from "../../services/problem/problem.ts";
import type { Name } from "../bed/people.ts";
import { likely } from "./likely.ts";
import type { Random } from "./machine/random.ts";
import type { Model, Operation, SeenRecord } from "./simulated.ts";

const workers: readonly Name[] = ["ann", "nora", "pia"];
const manager: readonly Name[] = ["pia"];

/** Something that is asked of a problem that somebody has seen. */
type Command = (random: Random, model: Model, problem: SeenRecord) => Operation;

const command =
  (
    rest: string,
    who: readonly Name[],
    body: (random: Random, model: Model) => object,
    may = false,
  ): Command =>
  (random, model, { id, version }) => ({
    as: random.pick(who),
    method: "POST",
    path: `/problems/${id}/${rest}`,
    body: body(random, model),
    isKeyed: random.chance(0.8),
    ...(random.chance(0.1) ? { ifMatch: version } : {}),
    mayChangeNothing: may,
  });

const nothing = () => ({});
const reason = (_: Random, model: Model) => ({ reason: model.word() });
const someIncidents = (random: Random, model: Model): object => {
  const known = model.seen("INC").map(({ id }) => id);
  const ids = Array.from({ length: random.between(1, 3) }, () => random.pick(known));
  return { incidentIds: known.length > 0 ? [...new Set(ids)] : ["INC9999999"] };
};
const said = (random: Random, model: Model) => ({
  audience: random.pick(["callers", "agents"]),
  text: model.word(),
});
const knownError = (_: Random, model: Model) => ({ title: model.word(), symptom: `draft-${model.word()}` });
const audience = (random: Random) => ({
  audience: random.pick([{ kind: "everyone" }, { kind: "agents" }, { kind: "teams", teamIds: ["desk"] }]),
});
const resolution = (random: Random, model: Model) => ({
  text: model.word(),
  ...(random.chance(0.5) ? { heldIncidents: random.pick(["resolve", "offer"]) } : {}),
});

/** Never with a version, which would name one of two records. */
const duplicate: Command = (random, model, { id }) => ({
  as: "pia",
  method: "POST",
  path: `/problems/${id}/duplicate`,
  body: { of: random.pick(model.seen("PRB")).id },
  isKeyed: random.chance(0.8),
});

const read: Command = (random, _model, { id }) => ({
  as: random.pick(workers),
  method: "GET",
  path: `/problems/${id}${random.pick(["", "/incidents", "/cost"])}`,
});

const commands: readonly (readonly [number, Command])[] = [
  [6, command("incidents/link", workers, someIncidents, true)],
  [2, command("incidents/unlink", workers, someIncidents)],
  [4, command("communicate-workaround", manager, said)],
  [2, command("communicate-fix", manager, said)],
  [2, command("analyse", workers, nothing)],
  [1, command("assess", workers, nothing)],
  [2, command("fix", workers, nothing)],
  [4, command("resolve", workers, resolution)],
  [2, command("reanalyse", manager, reason)],
  [1, command("close", manager, nothing)],
  [1, command("accept-risk", manager, reason)],
  [1, command("cancel", manager, reason)],
  [2, duplicate],
  [1, command("known-error", workers, knownError, true)],
  [1, command("known-error/publish", manager, audience)],
  [1, command("known-error/withdraw", manager, reason)],
  [1, command("changes", workers, (_, model) => ({ title: model.word() }))],
  [
    2,
    command("tasks", workers, (random, model) => ({ title: model.word(), assigneeId: random.pick(workers) })),
  ],
  [2, command("tasks/complete", workers, () => ({ taskId: "1" }))],
  [2, read],
];

const open = (random: Random, model: Model): Operation => ({
  as: random.pick(workers),
  method: "POST",
  path: "/problems",
  isKeyed: random.chance(0.8),
  body: { title: model.word(), impact: random.between(1, 3), ...someIncidents(random, model) },
});

/** What agents do to incidents because of problems. */
const onIncident = (random: Random, model: Model): Operation => {
  const known = model.seen("INC");
  if (known.length === 0) return open(random, model);
  const { id } = random.pick(known);
  const problem = model.seen("PRB")[0]?.id ?? "PRB0000001";
  const base = { as: "ann", method: "POST", isKeyed: random.chance(0.8) } as const;
  return random.weighted<Operation>([
    [4, { ...base, path: `/incidents/${id}/hold`, body: { reason: "awaiting_problem" } }],
    [1, { ...base, path: `/incidents/${id}/convert`, body: { to: "problem" } }],
    [
      2,
      {
        ...base,
        path: `/incidents/${id}/links`,
        body: { type: "problem", target: problem },
        mayChangeNothing: true,
      },
    ],
  ]);
};

/** Two people decide about the same few problems while their incidents live on. */
export const handleProblem = (random: Random, model: Model): Operation => {
  const known = model.seen("PRB").slice(0, 6);
  if (known.length === 0 || random.chance(0.1)) return open(random, model);
  if (random.chance(0.25)) return onIncident(random, model);
  const one = random.pick(known);
  return likely(random, problemLifecycle, one, () => random.weighted(commands)(random, model, one));
};
