import { changeService } from "../../services/change/service.ts";
import {
  changeRecords,
  riskSettingsRecords,
  settingsRecords,
  templateRecords,
} from "../../services/change/table.ts";
import { freezeRecords, modelRecords, windowRecords } from "../../services/change/table-kept.ts";
import { errandRecords, isErrand } from "../../shared/errands/errand.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import type { Name } from "../bed/people.ts";
import { boardKinds, boards } from "./change-boards.ts";
import { brokenAuthority, brokenConflicts, brokenEnds, brokenTemplates } from "./change-invariants.ts";
import { calendar, templates } from "./change-kept.ts";
import { brokenDeputies, brokenMinutes, brokenModifications } from "./change-settled.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

const agents: readonly Name[] = ["ann", "abe", "nora", "robot"];
const hour = 3_600_000;
const plans = { implementation: "a", test: "b", backout: "c", communication: "d" };

/** Few CIs and people in few hours, so that changes collide. */
const fields = (random: Random, model: Model) => {
  const from = model.now() - hour + random.between(0, 2) * 600_000;
  return {
    ciIds: random.pick([["db-1"], ["db-1", "app-1"], ["app-1"], []]),
    plannedStart: new Date(from).toISOString(),
    plannedEnd: new Date(from + random.pick([2, 30]) * hour).toISOString(),
    ...(random.chance(0.4) ? { assigneeId: random.pick(agents) } : {}),
  };
};

/** Some wait for a board. */
const forBoard = (random: Random, model: Model, type: object) => {
  const [known] = model.seen("CMO");
  return known && Object.keys(type).length === 0 && random.chance(0.5) ? { modelId: known.id } : {};
};

/** Some change what the CMDB says of a CI that is there. */
const modifying = (random: Random, model: Model) => {
  const known = model.seen("CI").filter(({ id }) => /^CI\d+$/.test(id));
  if (known.length === 0 || random.chance(0.7)) return {};
  const ciId = random.pick(known).id;
  return { ciIds: [ciId], modifications: { cis: [{ ciId, set: { location: model.word() } }] } };
};

const open = (random: Random, model: Model): Operation => {
  const usable = model.seen("CTP").filter(({ inUse }) => inUse !== undefined);
  const template =
    usable.length > 0 && random.chance(0.3) ? { templateId: random.pick(usable).id } : undefined;
  const type = random.chance(0.2) ? { type: "emergency", justification: model.word() } : {};
  return {
    as: random.pick(agents),
    method: "POST",
    path: "/changes",
    body: {
      ...(template ?? { title: model.word(), plans, ...type, ...forBoard(random, model, type) }),
      ...fields(random, model),
      ...modifying(random, model),
    },
    isKeyed: random.chance(0.8),
  };
};

type Command = (random: Random, model: Model, change: SeenRecord) => Operation;

const post =
  (
    verb: string,
    who: readonly Name[],
    body: (word: string, random: Random) => object = () => ({}),
    may = false,
  ): Command =>
  (random, model, { id }) => ({
    as: random.pick(who),
    method: "POST",
    path: `/changes/${id}/${verb}`,
    body: body(model.word(), random),
    isKeyed: random.chance(0.8),
    mayChangeNothing: may,
  });

const reason = (word: string) => ({ reason: word });
const edit: Command = (random, model, { id, version }) => ({
  as: random.pick(agents),
  method: "PATCH",
  path: `/changes/${id}`,
  ifMatch: version,
  body: random.chance(0.3) ? { description: model.word() } : fields(random, model),
  mayChangeNothing: true,
});
const approve = post("approve", ["chad"], (comment) => ({ comment }), true);
const outcome = (text: string, random: Random) => ({
  text,
  outcome: random.pick(["successful", "failed", "backed_out"]),
});
const found = (text: string, random: Random) => ({ review: { ...outcome(text, random), text } });

/** What usually comes next, so that changes come to their end. */
const next: Readonly<Record<string, Command>> = {
  new: post("submit", agents),
  assess: post("assess", agents, () => ({})),
  authorize: approve,
  scheduled: post("start", agents),
  implement: post("complete", agents, outcome),
  review: post("close", agents, found),
};

const anything: readonly (readonly [number, Command])[] = [
  [4, edit],
  [2, approve],
  [1, post("reject", ["chad"], (comment) => ({ comment }), true)],
  [1, post("revise", agents, reason)],
  [1, post("cancel", agents, reason)],
  [2, post("permit", agents)],
  [1, post("freeze-exception", agents, reason)],
  [1, post("freeze-exception/approve", ["chad"], () => ({}), true)],
  [1, post("tasks", agents, (title) => ({ title, kind: "follow_up" }))],
  [1, post("links", agents, (target) => ({ type: "caused", target }))],
  [1, post("notes", agents, (text) => ({ text }))],
];

const change = (random: Random, model: Model): Operation => {
  const known = model.seen("CHG");
  if (known.length === 0) return open(random, model);
  const one = random.pick(known.slice(-6));
  const usual = next[String(one.state)];
  const command = usual && random.chance(0.6) ? usual : random.weighted(anything);
  return command(random, model, one);
};

const read = (random: Random, model: Model): Operation => {
  const known = model.seen("CHG");
  const as = random.pick([...agents, "chad"] as const);
  const list = { as, method: "GET", path: "/changes" } as const;
  if (known.length === 0 || random.chance(0.5))
    return {
      ...list,
      query: random.pick<Readonly<Record<string, string>>>([
        { state: "scheduled" },
        { approverRole: "change-manager" },
        {},
      ]),
    };
  const { id } = random.pick(known);
  return { as, method: "GET", path: `/changes/${id}${random.pick(["", "/conflicts", "/history"])}` };
};

/** A few changes on two CIs, on their way through approval, freezes and work, while they are planned anew. */
export const simulatedChange: Simulated = {
  service: changeService as unknown as Simulated["service"],
  share: 6,
  kinds: [
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
    storedKind(errandRecords, isErrand),
    storedKind(changeRecords, (id) => /^CHG\d+$/.test(id), ["ChangeConflictsFound"]),
    storedKind(templateRecords, (id) => /^CTP\d+$/.test(id)),
    storedKind(modelRecords, (id) => /^CMO\d+$/.test(id)),
    storedKind(freezeRecords, (id) => /^CFZ\d+$/.test(id)),
    storedKind(windowRecords, (id) => /^CWN\d+$/.test(id)),
    storedKind(settingsRecords, (id) => id === "change-settings"),
    storedKind(riskSettingsRecords, (id) => id === "change-risk-settings"),
    ...boardKinds,
  ],
  operation: (random, model) =>
    random.weighted([
      [3, open],
      [12, change],
      [2, read],
      [1, calendar],
      [2, templates],
      [3, boards],
    ])(random, model),
  broken: (facts) => [
    ...brokenAuthority(facts),
    ...brokenConflicts(facts),
    ...brokenEnds(facts),
    ...brokenTemplates(facts),
    ...brokenMinutes(facts),
    ...brokenModifications(facts),
    ...brokenDeputies(facts),
  ],
};
