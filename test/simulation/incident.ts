import { assignmentRulesRecords } from "../../services/incident/assignment-rules.ts";
import { incidentLifecycle } from "../../services/incident/incident.ts";
import { majorSettingsRecords } from "../../services/incident/major-settings.ts";
import { incidentService } from "../../services/incident/service.ts";
import { incidentRecords, settingsRecords } from "../../services/incident/table.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import { agents, type Command, changeSettings, command, employees } from "./incident-commands.ts";
import { brokenFamilies } from "./incident-families.ts";
import { deskKinds, handleDesk } from "./incident-kept.ts";
import { brokenMajors, handleMajor } from "./incident-majors.ts";
import { brokenMerges } from "./incident-merges.ts";
import { listed, read } from "./incident-reads.ts";
import { brokenRouting, handleRules } from "./incident-rules.ts";
import { brokenServiceLevels } from "./incident-service-levels.ts";
import { brokenTasks, handleTasks } from "./incident-tasks.ts";
import { brokenTimers } from "./incident-timers.ts";
import { likely } from "./likely.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

/** Few things that keep breaking, so that like incidents come together. */
const affected = [
  { ciIds: ["db-1"] },
  { ciIds: ["CI0000001", "db-1"] },
  { ciIds: ["app-1", "db-1"] },
  { serviceId: "mail", category: "software" },
  {},
];
const holdReasons = ["awaiting_caller", "awaiting_vendor", "awaiting_change"];
const resolution = { code: "advice" };

const numbers = (model: Model): readonly SeenRecord[] => model.seen("INC");

/** The incident that others are consequences of, and that the most happens to. */
const parentOf = (model: Model): SeenRecord | undefined => numbers(model)[0];

const open = (random: Random, model: Model): Operation => {
  const title = model.word();
  const own = {
    title,
    ...random.pick(affected),
    impact: random.between(1, 3),
    location: random.pick(["Berlin", undefined]),
  };
  const base = { method: "POST", path: "/incidents", isKeyed: random.chance(0.8) } as const;
  if (random.chance(0.4)) return { ...base, as: random.pick(employees), body: own };
  const parent = parentOf(model);
  const hasParent = parent !== undefined && random.chance(0.5);
  const body = {
    ...own,
    callerId: random.pick(employees),
    ...(hasParent ? { parentId: parent.id } : {}),
    ...(random.chance(0.4) ? { begin: { state: "resolved", ...resolution, text: title } } : {}),
    ...(random.chance(0.05) ? { restricted: true, teamId: "desk" } : {}),
  };
  return { ...base, as: random.pick(agents), body };
};

const person = (random: Random) => random.pick([...agents, ...employees]);

const edit: Command = (random, model, { id, version }) => ({
  as: random.pick(agents),
  method: "PATCH",
  path: `/incidents/${id}`,
  ifMatch: version,
  body: random.weighted<object>([
    [2, { title: model.word() }],
    [1, { urgency: random.between(1, 3) }],
    [1, random.pick(affected)],
    [1, { parentId: parentOf(model)?.id === id ? null : (parentOf(model)?.id ?? null) }],
  ]),
  mayChangeNothing: true,
});

/** Into the parent or another one; never with a version, which would name one of two records. */
const merge: Command = (random, model, { id }) => ({
  as: random.pick(agents),
  method: "POST",
  path: `/incidents/${id}/merge`,
  body: { into: random.pick(numbers(model)).id },
  isKeyed: random.chance(0.8),
});

const bulk: Command = (random, model) => ({
  as: random.pick(agents),
  method: "POST",
  path: "/incidents/bulk",
  isKeyed: true,
  body: {
    incidentIds: [...new Set(Array.from({ length: 4 }, () => random.pick(numbers(model)).id))],
    change: random.pick([
      { command: "note", input: { text: model.word() } },
      { command: "resolve", input: { ...resolution, text: model.word() } },
    ]),
  },
});

const text = (_random: Random, word: string) => ({ text: word });
const reason = (_random: Random, word: string) => ({ reason: word });
const resolve = command("resolve", agents, (_, word) => ({ ...resolution, text: word }));
const comment = command("comments", [...agents, ...employees], text);
const reopen = command("reopen", agents, reason);

/** What cannot be done twice without being seen: a word to all who are affected. */
const tellFamily: Command = (random, model, { id }) => {
  const parent = parentOf(model);
  return command("comments", agents, text)(random, model, parent ?? { id, version: 0 });
};

const commands: readonly (readonly [number, Command])[] = [
  [7, resolve],
  [4, comment],
  [4, tellFamily],
  [3, command("notes", agents, text)],
  [2, command("take", agents, () => ({}))],
  [2, command("start", agents, () => ({}))],
  [2, command("hold", agents, (random) => ({ reason: random.pick(holdReasons) }))],
  [
    2,
    command(
      "assign",
      agents,
      (random) => ({ teamId: random.pick(["desk", "network"]), assigneeId: null }),
      true,
    ),
  ],
  [2, reopen],
  [1, command("close", agents, () => ({}))],
  [1.5, merge],
  [1, command("unmerge", agents, () => ({}))],
  [1, command("cancel", agents, reason)],
  [1, command("links", agents, () => ({ type: "related", target: "CHG0000001" }), true)],
  [1, command("watchers", agents, (random) => ({ personId: person(random) }), true)],
  [1, command("unwatch", agents, (random) => ({ personId: person(random) }), true)],
  [3, edit],
  [1, bulk],
  [1, read],
  [1, listed],
  [0.5, changeSettings],
  [2, handleTasks],
  [2, handleMajor],
  [1, handleRules],
  [0.7, handleDesk],
];

/** What happens to resolved incidents decides when they close: they are talked about, and come back. */
const afterResolution = [
  [4, comment],
  [3, reopen],
  [1, read],
] as const;

/** What a run may be mostly about. */
const themes = [undefined, undefined, handleTasks, handleMajor, handleRules];

/** Incidents as people and a monitoring program have them, mostly about few records so that they get in each other's way. */
export const simulatedIncident: Simulated = {
  service: incidentService as unknown as Simulated["service"],
  share: 10,
  kinds: [
    storedKind(incidentRecords, (id) => /^INC\d+$/.test(id)),
    storedKind(settingsRecords, (id) => id === "incident-settings"),
    storedKind(majorSettingsRecords, (id) => id === "major-incident-settings"),
    storedKind(assignmentRulesRecords, (id) => id === "incident-assignment-rules"),
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
    ...deskKinds,
  ],
  operation: (random, model) => {
    const seen = numbers(model);
    const [first] = seen;
    if (first === undefined) return open(random, model);
    if (model.seen("incident-settings").length === 0 && random.chance(0.4))
      return changeSettings(random, model, first);
    if (seen.length < 3 || random.chance(0.25)) return open(random, model);
    const resolved = seen.filter(({ state }) => state === "resolved");
    // In the last minute, while a sweep is about to close it.
    const closing = resolved.filter(({ autoCloseAt }) => Date.parse(String(autoCloseAt)) <= model.now());
    if (closing.length > 0 && random.chance(0.6))
      return random.weighted(afterResolution)(random, model, random.pick(closing));
    if (resolved.length > 0 && random.chance(0.35))
      return random.weighted(afterResolution)(random, model, random.pick(resolved));
    const one = random.chance(0.4) ? first : random.pick(seen);
    const theme = themes[Math.floor(model.mood * themes.length)];
    if (theme !== undefined && random.chance(0.5)) return theme(random, model, one);
    return likely(random, incidentLifecycle, one, () => random.weighted(commands)(random, model, one));
  },
  broken: (facts) => [
    ...brokenTimers(facts),
    ...brokenFamilies(facts),
    ...brokenServiceLevels(facts),
    ...brokenMerges(facts),
    ...brokenTasks(facts),
    ...brokenMajors(facts),
    ...brokenRouting(facts),
  ],
};
