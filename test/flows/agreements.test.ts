import { type Bed, startBed } from "../bed/start-bed.ts";

const week = {
  mon: [
    ["09:00", "12:30"],
    ["13:00", "17:00"],
  ],
  fri: [["09:00", "16:00"]],
};
const calendar = { name: "Desk", timeZone: "Europe/Oslo", week };
const metric = {
  metric: "resolve",
  target: { amount: 4, unit: "hours" },
  stops: { state: ["resolved", "closed"] },
};
const agreement = { name: "Power", kind: "incident", where: { priority: [1, 2] }, metrics: [metric] };
const noon = [["12:00", "13:00"]];

describe("calendars, holiday lists and agreements", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const make = async (path: string, body: unknown) => {
    const answer = await bed.as("ada").post(path, body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const published = async (id: string) => {
    const items = [...(await bed.stored()).values()].flat().filter(({ pk }) => pk === id);
    return items.flatMap((item) => (item.detail ? [JSON.parse(String(item.detail))] : []));
  };

  test("a change of a holiday list reaches every calendar that uses it, as an event with all closed days", async () => {
    const list = await make("/holiday-lists", { name: "Norway", holidays: [{ monthDay: "05-17" }] });
    const using = { ...calendar, holidays: [{ date: "2026-12-31" }], holidayListIds: [list.id] };
    const [first, second] = [await make("/calendars", using), await make("/calendars", using)];
    expect(first.listedHolidays).toEqual([{ monthDay: "05-17" }]);
    const days = [{ monthDay: "05-17", name: "Constitution Day" }, { monthDay: "12-25" }];
    await bed.as("ada").put(`/holiday-lists/${list.id}`, { name: "Norway", holidays: days }, { ifMatch: 1 });
    await bed.drain();
    for (const { id } of [first, second]) {
      expect((await bed.as("ann").get(`/calendars/${id}`)).body).toMatchObject({
        version: 2,
        listedHolidays: days,
      });
      expect((await published(id)).at(-1)).toMatchObject({
        meta: { sequence: 2 },
        data: { calendar: { id, retired: false, terms: { holidays: [{ date: "2026-12-31" }, ...days] } } },
      });
    }
  });

  test("the history shows what a calendar said before and after", async () => {
    const { id } = await make("/calendars", calendar);
    const changed = { ...calendar, week: { mon: noon } };
    await bed.as("ada").put(`/calendars/${id}`, changed, { ifMatch: 1 });
    const { body } = await bed.as("ann").get(`/calendars/${id}/history`);
    expect(body.items[1]).toMatchObject({
      type: "CalendarChanged",
      meta: { actor: { id: "ada" } },
      changes: { week: { from: week, to: { mon: noon } } },
    });
  });

  test.each([
    ["an unknown time zone", { timeZone: "Europe/Atlantis" }, "body.timeZone"],
    [
      "windows that overlap",
      {
        week: {
          mon: [
            ["09:00", "13:00"],
            ["12:00", "17:00"],
          ],
        },
      },
      "body.week.mon",
    ],
    ["a date that does not exist", { holidays: [{ date: "2026-02-30" }] }, "body.holidays.0"],
    ["a holiday list that does not exist", { holidayListIds: ["HOL9999999"] }, "body.holidayListIds.0"],
    ["the same list twice", { holidayListIds: ["HOL0000001", "HOL0000001"] }, "body.holidayListIds"],
    [
      "more than 40 kB",
      { holidays: Array.from({ length: 200 }, () => ({ monthDay: "01-01", name: "x".repeat(200) })) },
      "body",
    ],
  ])("a calendar with %s is refused by name of the field", async (_, fields, path) => {
    const { status, body } = await bed.as("ada").post("/calendars", { ...calendar, ...fields });
    expect({ status, paths: body.violations?.map((each: { path: string }) => each.path) }).toEqual({
      status: 400,
      paths: expect.arrayContaining([expect.stringContaining(path)]),
    });
  });

  test.each([
    ["an unknown kind", { kind: "incidents" }, "body.kind"],
    ["the same metric twice", { metrics: [metric, metric] }, "body.metrics"],
    [
      "a calendar that does not exist",
      { metrics: [{ ...metric, calendarId: "CAL9999999" }] },
      "body.metrics.0.calendarId",
    ],
    [
      "another record as its calendar",
      { metrics: [{ ...metric, calendarId: "HOL0000001" }] },
      "body.metrics.0.calendarId",
    ],
    [
      "a target below zero",
      { metrics: [{ ...metric, target: { amount: -1, unit: "hours" } }] },
      "body.metrics.0.target.amount",
    ],
    ["nothing that starts from open", { metrics: [{ ...metric, stops: {} }] }, "body.metrics.0.stops"],
    ["a pause that always holds", { metrics: [{ ...metric, pauses: [{}] }] }, "body.metrics.0.pauses.0"],
    [
      "a warning longer before than the target",
      { metrics: [{ ...metric, points: [{ id: "soon", at: { minutesBefore: 241 } }] }] },
      "body.metrics.0.points.0.at.minutesBefore",
    ],
  ])("an agreement with %s is refused by name of the field", async (_, fields, path) => {
    const { status, body } = await bed.as("ada").post("/agreements", { ...agreement, ...fields });
    expect({ status, paths: body.violations?.map((each: { path: string }) => each.path) }).toEqual({
      status: 400,
      paths: expect.arrayContaining([path]),
    });
  });

  test("two agreements on the same records and metrics stand beside each other", async () => {
    const ids = [(await make("/agreements", agreement)).id, (await make("/agreements", agreement)).id];
    const { body } = await bed.as("ann").get("/agreements", { query: { limit: "100" } });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test("what is in use is not retired, and what is retired is not used", async () => {
    const ada = bed.as("ada");
    const list = await make("/holiday-lists", { name: "Company", holidays: [] });
    const desk = await make("/calendars", { ...calendar, holidayListIds: [list.id] });
    const metrics = [{ ...metric, calendarId: desk.id }];
    const own = await make("/agreements", { ...agreement, metrics });
    const unused = { status: 422, body: expect.objectContaining({ code: "rule_violation" }) };
    expect(await ada.post(`/calendars/${desk.id}/retire`)).toMatchObject({
      ...unused,
      body: { detail: `${own.id} uses it` },
    });
    expect(await ada.post(`/holiday-lists/${list.id}/retire`)).toMatchObject(unused);
    const users = await ada.get("/agreements", { query: { calendarId: desk.id } });
    expect(users.body.items).toMatchObject([{ id: own.id }]);
    for (const path of [`/agreements/${own.id}`, `/calendars/${desk.id}`, `/holiday-lists/${list.id}`])
      expect(await ada.post(`${path}/retire`)).toMatchObject({ status: 200, body: { state: "retired" } });
    for (const path of [`/agreements/${own.id}`, `/calendars/${desk.id}`])
      expect(await ada.post(`${path}/restore`)).toMatchObject(unused);
    expect(await ada.post("/agreements", { ...agreement, metrics })).toMatchObject({
      status: 422,
      body: { violations: [{ path: "body.metrics.0.calendarId", message: `${desk.id} is retired` }] },
    });
    for (const path of [`/holiday-lists/${list.id}`, `/calendars/${desk.id}`, `/agreements/${own.id}`])
      expect(await ada.post(`${path}/restore`)).toMatchObject({ status: 200, body: { state: "active" } });
  });

  test("employees learn nothing of agreements, and who works with them changes nothing", async () => {
    const { id } = await make("/agreements", agreement);
    expect(await bed.as("eve").get(`/agreements/${id}`)).toMatchObject({ status: 403 });
    expect(await bed.as("ann").get(`/agreements/${id}`)).toMatchObject({
      status: 200,
      body: { actions: [] },
    });
    expect(await bed.as("ann").post(`/agreements/${id}/retire`)).toMatchObject({ status: 403 });
  });
});
