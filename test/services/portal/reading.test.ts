import { readLater, rowsOf } from "../../../services/portal/src/api/later-pages.ts";
import { ApiProblem } from "../../../services/portal/src/api/problem.ts";
import { sourceOf } from "../../../services/portal/src/api/reading.ts";
import { csvOf } from "../../../services/portal/src/pages/dashboards/csv.ts";

/** The network: answers one after the other, the last one from then on. */
const answering = (...answers: readonly Response[]): void => {
  let at = 0;
  globalThis.fetch = async () => (answers[Math.min(at++, answers.length - 1)] as Response).clone();
};
const json = (body: unknown, status = 200, type = "application/json"): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": type } });

const network = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = network;
});

describe("what is read of the API", () => {
  it("says of what others changed that it was changed elsewhere", async () => {
    answering(json({ title: "a" }), json({ title: "b" }));
    const source = sourceOf("GET /others", {});
    await source.look();
    await source.look();
    expect(source.store.get()).toMatchObject({ value: { title: "b" }, changes: 1 });
  });

  it("does not say so of what the person did themselves", async () => {
    answering(json({ title: "a" }), json({ title: "b" }));
    const source = sourceOf("GET /own", {});
    await source.look();
    await source.refresh();
    expect(source.store.get()).toMatchObject({ value: { title: "b" }, changes: 0 });
  });

  it("does not say so either when a look was under way that already answers with it", async () => {
    answering(json({ title: "a" }), json({ title: "b" }), json({ title: "b" }));
    const source = sourceOf("GET /own-and-look", {});
    await source.look();
    await Promise.all([source.look(), source.refresh()]);
    expect(source.store.get()).toMatchObject({ value: { title: "b" }, changes: 0 });
  });
});

describe("a list that is read page by page", () => {
  /** A list of numbers, newest first, in pages of two. */
  const pagesOf = (ids: readonly number[]) => (from: number) => ({
    items: ids.slice(from, from + 2).map((id) => ({ id })),
    ...(from + 2 < ids.length ? { nextCursor: String(from + 2) } : {}),
  });
  const readAll = async (ids: readonly number[], later: number) => {
    const page = pagesOf(ids);
    const first = page(0);
    const pages = await readLater(first, later, async (cursor) => page(Number(cursor)));
    return rowsOf([first, ...pages]).map(({ id }) => id);
  };

  it("loses no row when a new one comes to its beginning", async () => {
    expect(await readAll([4, 3, 2, 1], 1)).toEqual([4, 3, 2, 1]);
    expect(await readAll([5, 4, 3, 2, 1], 1)).toEqual([5, 4, 3, 2]);
  });

  it("is read as far as it was read before, and not further", async () => {
    expect(await readAll([6, 5, 4, 3, 2, 1], 0)).toEqual([6, 5]);
    expect(await readAll([6, 5], 3)).toEqual([6, 5]);
  });

  it("has each row once, also one that moved while it was read", () => {
    expect(rowsOf([{ items: [{ id: 2 }, { id: 1 }] }, { items: [{ id: 1 }, { id: 0 }] }])).toEqual([
      { id: 2 },
      { id: 1 },
      { id: 0 },
    ]);
  });
});

describe("a report as a table", () => {
  it("is the file that the API answers", async () => {
    answering(new Response("from,opened\n2026-03-02,4\n"));
    expect(await (await csvOf("GET /reports/incidents", {})).text()).toContain("2026-03-02,4");
  });

  it("is no file when it is refused", async () => {
    answering(json({ title: "Forbidden", status: 403, code: "forbidden" }, 403, "application/problem+json"));
    await expect(csvOf("GET /reports/incidents", {})).rejects.toBeInstanceOf(ApiProblem);
  });
});
