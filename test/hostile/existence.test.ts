import type { Name } from "../bed/people.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";

const none = "INC9999999";
/** Of these every answer has its own, of the length that all have. */
const ownHeaders = ["x-correlation-id", "apigw-requestid", "date"];
type Ask = readonly [
  who: Name,
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
];

describe("an id that one may not see", () => {
  let bed: Bed;
  let hidden: string;
  let mine: string;
  beforeAll(async () => {
    bed = await startBed();
    const restricted = { title: "Secret", restricted: true, teamId: "desk", ciIds: ["ci-secret"] };
    hidden = (await bed.as("ann").post("/incidents", restricted)).body.id;
    await bed.as("ann").post(`/incidents/${hidden}/notes`, { text: "Secret" });
    mine = (await bed.as("nora").post("/incidents", { title: "Mine", teamId: "network" })).body.id;
    await bed.drain();
  });
  afterAll(() => bed.stop());

  /** An answer with all that is in it, and what the tables had to do for it. */
  const ask = async ([who, method, path, body, headers]: Ask) => {
    bed.capacity.switchTo(true);
    bed.capacity.reset();
    const sent = { "content-type": "application/json", ...headers };
    const answer = await bed.as(who).raw(method, path, body && JSON.stringify(body), sent);
    const calls = bed.capacity.lines().map(({ operation, table, calls: count }) => [operation, table, count]);
    const shown = [...answer.headers].map(([name, value]) => [
      name,
      ownHeaders.includes(name) ? value.length : value,
    ]);
    const text = JSON.stringify(answer.body).replace(
      /("correlationId":)"([^"]+)"/,
      (_, name: string, id: string) => `${name}${id.length}`,
    );
    return { status: answer.status, headers: shown, text, calls };
  };
  /** The same question about the hidden one and about none: all answers, the number of the record left out. */
  const both = async (question: (id: string) => Ask) => {
    const answer = async (id: string) => {
      const { text, ...rest } = await ask(question(id));
      return { ...rest, text: text.replaceAll(id, "<id>") };
    };
    await answer(none);
    let [there, absent] = [await answer(hidden), await answer(none)];
    // A schedule, or rules that are read anew, may fall into one of the two; what tells them apart always would.
    for (let i = 0; i < 10 && JSON.stringify(there) !== JSON.stringify(absent); i++)
      [there, absent] = [await answer(hidden), await answer(none)];
    expect(there).toEqual(absent);
    return there;
  };

  const also = (id: string) => ({ also: { parentId: id } });
  const csv = { accept: "text/csv" };
  test.each<readonly [string, number, (id: string) => Ask]>([
    ["reading it", 404, (id) => ["eve", "GET", `/incidents/${id}`]],
    ["reading it as an agent", 404, (id) => ["nora", "GET", `/incidents/${id}`]],
    ["reading it as an administrator", 404, (id) => ["ada", "GET", `/incidents/${id}`]],
    [
      "reading it if it is another version",
      404,
      (id) => ["nora", "GET", `/incidents/${id}`, undefined, { "if-none-match": '"2"' }],
    ],
    ["its history", 404, (id) => ["nora", "GET", `/incidents/${id}/history`]],
    ["its history as a table", 404, (id) => ["nora", "GET", `/incidents/${id}/history`, undefined, csv]],
    ["its history behind a cursor", 404, (id) => ["nora", "GET", `/incidents/${id}/history?cursor=x.y`]],
    ["commenting on it", 404, (id) => ["eve", "POST", `/incidents/${id}/comments`, { text: "Hello" }]],
    ["taking it", 404, (id) => ["nora", "POST", `/incidents/${id}/take`, {}]],
    [
      "taking it under a key",
      404,
      (id) => ["nora", "POST", `/incidents/${id}/take`, {}, { "idempotency-key": `take-${id}` }],
    ],
    [
      "editing a version of it",
      404,
      (id) => ["nora", "PATCH", `/incidents/${id}`, { title: "x" }, { "if-match": '"1"' }],
    ],
    ["ending it", 404, (id) => ["eve", "POST", `/incidents/${id}/close`, {}]],
    ["merging it", 404, (id) => ["nora", "POST", `/incidents/${id}/merge`, { into: mine }]],
    ["merging into it", 400, (id) => ["nora", "POST", `/incidents/${mine}/merge`, { into: id }]],
    ["opening one under it", 400, (id) => ["nora", "POST", "/incidents", { title: "x", parentId: id }]],
    [
      "opening one under it as an employee",
      400,
      (id) => ["eve", "POST", "/incidents", { title: "x", parentId: id }],
    ],
    ["starting one under it", 400, (id) => ["nora", "POST", `/incidents/${mine}/start`, also(id)]],
    [
      "tying one to it",
      200,
      (id) => ["nora", "POST", `/incidents/${mine}/unlink`, { type: "related", target: id }],
    ],
    ["listing what follows from it", 200, (id) => ["nora", "GET", `/incidents?parentId=${id}`]],
    ["listing what is tied to it", 200, (id) => ["nora", "GET", `/incidents?recordId=${id}`]],
    ["listing what follows from it as an employee", 403, (id) => ["eve", "GET", `/incidents?parentId=${id}`]],
    [
      "changing it among many",
      200,
      (id) => [
        "nora",
        "POST",
        "/incidents/bulk",
        { incidentIds: [id], change: { command: "start", input: {} } },
      ],
    ],
    [
      "putting many under it",
      200,
      (id) => [
        "nora",
        "POST",
        "/incidents/bulk",
        { incidentIds: [mine], change: { command: "start", input: also(id) } },
      ],
    ],
  ])("is answered like one that does not exist: %s", async (what, status, question) => {
    expect(await both(question)).toMatchObject({ status });
    expect(what).not.toBe("");
  });

  test("is passed over in lists as if it were not there, if at the cost of looking at it", async () => {
    const list = (ci: string) => ask(["nora", "GET", `/incidents?ciId=${ci}`]);
    const { calls: _there, ...there } = await list("ci-secret");
    const { calls: _absent, ...absent } = await list("ci-nothing");
    expect(there).toEqual(absent);
  });

  test("is not led to by somebody else's cursor, nor told apart by it", async () => {
    await bed.as("ann").post(`/incidents/${hidden}/notes`, { text: "More" });
    const { body } = await bed.as("ann").get(`/incidents/${hidden}/history?limit=1`);
    const { status } = await both((id) => [
      "nora",
      "GET",
      `/incidents/${id}/history?cursor=${body.nextCursor}`,
    ]);
    expect(status).toBe(404);
    const list = (await bed.as("ann").get("/incidents?limit=1")).body.nextCursor;
    expect((await bed.as("nora").get(`/incidents?cursor=${list}`)).body.code).toBe("invalid_cursor");
  });
});

test("a restricted incident that an employee opens goes to the team the settings name, and to nobody else", async () => {
  const bed = await startBed();
  try {
    const { body: settings, headers } = await bed.as("ada").get("/incident-settings");
    const { id: _, version: _v, createdAt: _c, updatedAt: _u, ...fields } = settings;
    const ifMatch = Number(headers.get("etag")?.replaceAll('"', ""));
    const changed = await bed
      .as("ada")
      .put("/incident-settings", { ...fields, restrictedTeamId: "desk" }, { ifMatch });
    expect(changed.status).toBe(200);
    // The rule is read by every container within seconds.
    bed.clock.moveTo(bed.clock.now() + 10_000);
    const { body } = await bed.as("eve").post("/incidents", { title: "In confidence", restricted: true });
    expect(body.teamId).toBe("desk");
    expect((await bed.as("nora").get(`/incidents/${body.id}`)).status).toBe(404);
    expect((await bed.as("ann").post(`/incidents/${body.id}/take`, {})).status).toBe(200);
  } finally {
    await bed.stop();
  }
});
