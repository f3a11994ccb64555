import { editCi, registerCi } from "../../../../services/configuration/decisions/ci.ts";
import { CiQueryChanged } from "../../../../services/configuration/events-query.ts";
import { type CiQuery, CiQueryFields } from "../../../../services/configuration/query/ci-query.ts";
import { countQueries } from "../../../../services/configuration/query/count-queries.ts";
import { countIdOf } from "../../../../services/configuration/query/query-count.ts";
import { occurred } from "../../../../shared/dynamo/record.ts";
import { move } from "../../../../shared/kept/kept.ts";
import { chainOf, newCi } from "../given.ts";
import { type Workbench, workbench } from "../import/workbench.ts";

describe("a watched query", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
  });
  afterEach(() => bench.stop());

  const tell = ({ id, name, classId, isWatched, state }: CiQuery, changes: Partial<CiQuery>) =>
    occurred<unknown, CiQuery>(
      CiQueryChanged as never,
      { query: { id, name, classId, isWatched, retired: state === "retired" } },
      changes,
    );
  const kept = (more: object = {}) =>
    bench.context().queries.create((id) => {
      const fields = CiQueryFields.parse({ name: "Servers", classId: "server", isWatched: true, ...more });
      const changes = { ...fields, state: "active" } as Partial<CiQuery>;
      return [tell({ id, ...changes } as CiQuery, changes)];
    });
  const register = (more: object = {}) =>
    bench.context().cis.create((id) => registerCi(id, newCi(more), chainOf("server")));
  const run = (deadline = Number.POSITIVE_INFINITY) => countQueries.handle({ deadline }, bench.context());
  const told = async ({ id }: { readonly id: string }) => {
    const { items } = await bench.context().queryCounts.history(countIdOf(id), { limit: 10 });
    return items.map(({ data }) => [data.before, data.count]);
  };

  test("is told of when its count is another one, and only then", async () => {
    const query = await kept();
    await register();
    for (let i = 0; i < 2; i++) await run();
    await register({ name: "web-2" });
    for (let i = 0; i < 2; i++) await run();
    expect(await told(query)).toEqual([
      [undefined, 1],
      [1, 2],
    ]);
  });

  test("does not count what only some may know of", async () => {
    const query = await kept();
    const ci = await register();
    await run();
    await bench
      .context()
      .cis.update(ci.id, undefined, (each) => editCi(each, { restricted: true }, chainOf("server")));
    await run();
    expect(await told(query)).toEqual([
      [undefined, 1],
      [1, 0],
    ]);
  });

  test("is counted no more once it is retired; one that is not watched never is", async () => {
    const [gone, still] = [await kept(), await kept({ isWatched: false })];
    await bench.context().queries.update(gone.id, undefined, (each) => move(tell, each, "retire"));
    await run();
    expect([await told(gone), await told(still)]).toEqual([[], []]);
  });

  test("waits for the next run where one has no time, and each of several has its turn", async () => {
    const queries = [await kept(), await kept({ classId: "application" })];
    await run(Number.NEGATIVE_INFINITY);
    expect(await told(queries[0] as CiQuery)).toEqual([]);
    await run();
    for (const query of queries) expect(await told(query)).toEqual([[undefined, 0]]);
  });
});
