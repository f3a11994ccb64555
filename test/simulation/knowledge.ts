import { articleLifecycle } from "../../services/knowledge/article.ts";
import { ratingRecords } from "../../services/knowledge/rating.ts";
import { readingRecords } from "../../services/knowledge/reading.ts";
import { knowledgeService } from "../../services/knowledge/service.ts";
import { articleRecords, settingsRecords } from "../../services/knowledge/table.ts";
import { taskRecords } from "../../services/knowledge/task.ts";
import { useRecords } from "../../services/knowledge/use.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import type { Name } from "../bed/people.ts";
import { brokenReaders } from "./knowledge-readers.ts";
import { likely } from "./likely.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

const writers: readonly Name[] = ["ann", "abe", "kim"];
const readers: readonly Name[] = ["eve", "emil", "nora"];
type Command = (random: Random, model: Model, article: SeenRecord) => Operation;

/** Every text is a word that nothing else says, so that it can be looked for in what readers are shown. */
const content = (random: Random, model: Model) => ({
  title: model.word(),
  body: model.word(),
  keywords: [model.word()],
  audience: random.pick(["everyone", "everyone", "agents"]),
  ...(random.chance(0.5) ? { ciIds: ["db-1"], category: "network" } : {}),
});

const draft = (random: Random, model: Model): Operation => ({
  as: random.pick(writers),
  method: "POST",
  path: "/articles",
  body: content(random, model),
  isKeyed: random.chance(0.8),
});

const edit: Command = (random, model, { id, version }) => ({
  as: random.pick(writers),
  method: "PUT",
  path: `/articles/${id}`,
  ifMatch: version,
  body: content(random, model),
});

/** When readers' time with it is over, in the same hours as everything else. */
const soon = (random: Random, model: Model): string =>
  new Date(model.now() + random.between(1, 120) * 60_000).toISOString();

const command =
  (
    name: string,
    who: readonly Name[],
    body: (random: Random, model: Model) => object = () => ({}),
  ): Command =>
  (random, model, { id, version }) => ({
    as: random.pick(who),
    method: "POST",
    path: `/articles/${id}/${name}`,
    body: body(random, model),
    isKeyed: random.chance(0.8),
    ...(random.chance(0.1) ? { ifMatch: version } : {}),
    mayChangeNothing: true,
  });

const record = (random: Random) => ({ kind: "incident", id: `INC000000${random.between(1, 3)}` });

/** What readers are shown; one article alone only by its text, which has no version to compare. */
const read: Command = (random, _model, { id }) => ({
  as: random.pick(readers),
  method: "GET",
  ...random.pick<Pick<Operation, "path" | "query">>([
    { path: `/articles/${id}/version` },
    { path: `/articles/${id}/versions` },
    { path: "/articles" },
    { path: "/articles", query: { category: "network" } },
    { path: "/articles", query: { ciId: "db-1" } },
  ]),
});

/** Words of its own and of others; what is shown must be theirs to read, whatever it was found by. */
const search: Command = (random, _model, { published }) => ({
  as: random.pick(readers),
  method: "POST",
  path: "/knowledge/search",
  body: {
    text: `${(published as { title?: string } | undefined)?.title ?? "word"} word`,
    isTyping: random.chance(0.3),
  },
  mayChangeNothing: true,
});

const commands: readonly (readonly [number, Command])[] = [
  [5, edit],
  [6, command("submit", writers)],
  [6, command("publish", ["kim"])],
  [1, command("return", ["kim"], (_random, model) => ({ reason: model.word() }))],
  [1, command("discard", writers)],
  [1, command("retire", ["kim"])],
  [1, command("restore", ["kim"])],
  [2, command("renew", ["kim"], (random, model) => ({ validTo: soon(random, model) }))],
  [1, command("revert", writers, (random) => ({ number: random.between(1, 3) }))],
  [1, command("links", ["kim"], record)],
  [1, command("reuse", ["ann", "nora"], record)],
  [
    1,
    command("rate", ["eve", "nora"], (random, model) => ({
      helpful: random.chance(0.5),
      comment: model.word(),
    })),
  ],
  [1, command("flag", ["eve"], (_random, model) => ({ reason: model.word() }))],
  [1, command("open", ["eve", "emil"])],
  [3, search],
  [6, read],
];

const onSome = (random: Random, model: Model): Operation => {
  const known = model.seen("KB").filter(({ id }) => !id.includes("-"));
  if (known.length === 0) return draft(random, model);
  const one = random.pick(known.slice(0, 4));
  return likely(random, articleLifecycle, one, () => random.weighted(commands)(random, model, one));
};

/** Articles are written and reviewed by several at once, while others read. */
export const simulatedKnowledge: Simulated = {
  service: knowledgeService as unknown as Simulated["service"],
  share: 3,
  kinds: [
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
    storedKind(articleRecords, (id) => /^KB\d+$/.test(id)),
    storedKind(useRecords, (id) => /^KB\d+-/.test(id)),
    storedKind(taskRecords, (id) => /^KTK\d+$/.test(id)),
    storedKind(ratingRecords, (id) => id.startsWith("RATING-")),
    storedKind(readingRecords, (id) => /^RDG\d+$/.test(id)),
    storedKind(settingsRecords, (id) => id === "knowledge-settings"),
  ],
  operation: (random, model) =>
    random.weighted([
      [1, draft],
      [8, onSome],
    ])(random, model),
  broken: brokenReaders,
};
