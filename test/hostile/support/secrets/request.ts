import type { Name } from "../../../bed/people.ts";
import { sendFile, testFile } from "../../../bed/send-file.ts";
import type { Bed } from "../../../bed/start-bed.ts";
import { canary, done, made, type Secret, secretsOf } from "./secret.ts";

const managers: readonly Name[] = ["asta", "ada"];
const readers: readonly Name[] = [...managers, "robot"];
/** Whoever fulfils requests picks from the whole catalog, for whomever it is. */
const workers: readonly Name[] = ["ann", "abe", "nora", "robot", "max"];

const question = { key: "why", label: "Why?", type: "text" };
const form = { sections: [{ key: "what", title: "What for?", fields: [question] }] };
const step = (url: string, description: string) => [
  {
    key: "tell",
    kind: "call",
    title: "Tell the other system",
    url: `https://example.com/${url}`,
    description,
  },
];

const publish = async (bed: Bed, fields: object): Promise<string> => {
  const id = await made(bed, "ada", "/catalog-items", fields);
  await done(bed.as("ada").post(`/catalog-items/${id}/publish`));
  return id;
};

const plantCatalog = async (bed: Bed, categoryId: string): Promise<readonly Secret[]> => {
  const [written, forTeam, excepted] = [canary(), canary(), canary()];
  const fields = (name: string) => ({ name, summary: name, categoryId });
  const draft = await made(bed, "ada", "/catalog-items", fields(written));
  const team = await publish(bed, { ...fields(forTeam), audience: { teamIds: ["nobody"] } });
  const open = await publish(bed, {
    ...fields("A thing for nearly everybody"),
    audience: { notTeamIds: [excepted.replace(" ", "-")] },
  });
  const param = "catalogItemId";
  return [
    ...secretsOf({ what: "a draft of the catalog", param, id: draft }, { text: written, seenBy: managers }),
    ...secretsOf(
      { what: "an offer to a team", param, id: team },
      { text: forTeam, seenBy: [...workers, ...managers] },
    ),
    {
      what: "whom an offer excepts",
      param,
      id: open,
      text: excepted.replace(" ", "-"),
      seenBy: managers,
      isWhole: false,
    },
  ];
};

/** A request of eve's, fulfilled by the network team, with a step that another system does. */
const plantOrder = async (bed: Bed, categoryId: string): Promise<readonly Secret[]> => {
  const [words, note, file, address, values] = [canary(), canary(), canary(), canary(), canary()];
  const place = address.replace(" ", "-");
  const item = { name: "A line", summary: "A line of one's own", categoryId, teamId: "network", form };
  const manual = { key: "wire", kind: "manual", title: "Wire it", description: values, teamId: "network" };
  const catalogItemId = await publish(bed, {
    ...item,
    fulfilment: [manual, ...step(place, "Called by itself").map((each) => ({ ...each, after: ["wire"] }))],
  });
  const lines = [{ catalogItemId, answers: { why: words } }];
  const { id, items } = await done(bed.as("eve").post("/requests", { note: words, lines }));
  await done(bed.as("eve").post(`/requests/${id}/comments`, { text: words }));
  await done(bed.as("nora").post(`/requests/${id}/notes`, { text: note }));
  const internal = testFile(file, { name: `${file}.txt`, internal: true });
  await done(sendFile(bed.as("nora"), `/requests/${id}`, internal));
  const inside = [...readers, "nora"] as const;
  const parts = (names: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(names).map(([part, text]) => [part, { text, seenBy: inside }]));
  const itemId: string = items[0].id;
  const taskId = `SCTASK${itemId.slice("RITM".length)}-1`;
  const whole = { text: words, seenBy: ["eve", ...inside] as const };
  return [
    ...secretsOf(
      { what: "a request", param: "requestId", id },
      whole,
      parts({ note, "internal file": file }),
    ),
    ...secretsOf(
      { what: "an item of a request", param: "requestItemId", id: itemId },
      whole,
      parts({ "what is told to who fulfils": values, "what a step calls": place }),
    ),
    {
      what: "its first task",
      param: "requestTaskId",
      id: taskId,
      text: values,
      seenBy: inside,
      isWhole: false,
    },
  ];
};

/** What eve has, was asked, has begun and has planned. */
const plantOwn = async (bed: Bed, categoryId: string): Promise<readonly Secret[]> => {
  const [held, said, begun, planned] = [canary(), canary(), canary(), canary()];
  const catalogItemId = await publish(bed, { name: held, summary: "A key", categoryId, standing: "other" });
  const lines = [{ catalogItemId }];
  const { id, items } = await done(bed.as("eve").post("/requests", { lines }));
  await done(bed.as("ada").post(`/request-items/${items[0].id}/tasks/complete`, { taskId: "1" }));
  await bed.drain({ advance: false });
  await done(bed.as("ada").post(`/catalog-items/${catalogItemId}/retire`));
  const survey = `CSA-${id}`;
  await done(bed.as("eve").post(`/satisfaction-surveys/${survey}/answer`, { score: 4, comment: said }));
  const again = [
    { catalogItemId: await publish(bed, { name: "Another key", summary: "A key", categoryId }) },
  ];
  const draft = await made(bed, "eve", "/request-drafts", { note: begun, lines: again });
  const schedule = await made(bed, "eve", "/request-schedules", {
    name: planned,
    at: "2099-01-01T00:00:00.000Z",
    order: { lines: again },
  });
  const seenBy = ["eve", ...readers] as const;
  const own = (what: string, param: string, each: string, text: string, by: readonly Name[]) =>
    secretsOf({ what, param, id: each }, { text, seenBy: by });
  return [
    ...own(
      "what somebody holds",
      "standingEntitlementId",
      `STE${items[0].id.slice("RITM".length)}`,
      held,
      seenBy,
    ),
    ...own("what somebody said", "satisfactionSurveyId", survey, said, seenBy),
    ...own("a draft of a request", "requestDraftId", draft, begun, ["eve"]),
    ...own("a request to come", "requestScheduleId", schedule, planned, ["eve"]),
  ];
};

export const plantRequests = async (bed: Bed): Promise<readonly Secret[]> => {
  const categoryId = await made(bed, "ada", "/catalog-categories", { name: "Things" });
  return [
    ...(await plantCatalog(bed, categoryId)),
    ...(await plantOrder(bed, categoryId)),
    ...(await plantOwn(bed, categoryId)),
  ];
};
