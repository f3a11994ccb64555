import { editCi } from "../../../../services/configuration/decisions/ci.ts";
import { exportCis } from "../../../../services/configuration/export/export-cis.ts";
import type { ExportedCi } from "../../../../services/configuration/export/exported-ci.ts";
import { table } from "../../../../services/configuration/export/table-of-cis.ts";
import { relationTable } from "../../../../services/configuration/export/table-of-relations.ts";
import { type Workbench, workbench } from "./workbench.ts";

const csv = (...lines: string[]) => lines.join("\n");
const head = "class,key,name,redundancy";
const farm = csv(head, 'farm,f,farm,"members: 2; power: 50%"', "server,a,web-1,", "server,b,web-2,");
const relations = csv("from,relation,to,group", "f,depends-on,a,members", "f,depends-on,b,members");
const needed = [
  { group: "members", needed: { atLeast: 2 } },
  { group: "power", needed: { percent: 50 } },
];

describe("redundancy that a source knows", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
    await bench.source("src.api", { format: "json" });
  });
  afterEach(() => bench.stop());

  const ciOf = (id: string | undefined) => bench.context().allCis.get(id ?? "");
  const exported = async () => {
    const query = { state: "live", limit: 100 };
    const page = await exportCis.handle({ query } as never, bench.context() as never);
    return page as { readonly items: readonly ExportedCi[] };
  };

  test("comes in with its CI, and a second time nothing is written", async () => {
    const { results } = await bench.bring("src.hr", [farm, relations]);
    expect((await ciOf(results[0]?.ciId)).redundancy).toEqual(needed);
    const again = await bench.bring("src.hr", [farm, relations]);
    expect(again.imported.counts).toEqual({ unchanged: 5 });
  });

  test("is told by a dry run, changed by the run, and as before when that is taken back", async () => {
    const { results } = await bench.bring("src.hr", [farm]);
    const ciId = results[0]?.ciId;
    const changed = csv(head, "farm,f,farm,members: 1");
    const tried = await bench.bring("src.hr", [changed], "check");
    const change = { attribute: "redundancy", from: ["members: 2", "power: 50%"], to: ["members: 1"] };
    expect(tried.results[0]).toMatchObject({ outcome: "updated", changes: [change] });
    expect((await ciOf(ciId)).redundancy).toEqual(needed);
    const { imported } = await bench.bring("src.hr", [changed]);
    expect((await ciOf(ciId)).redundancy).toEqual([{ group: "members", needed: { atLeast: 1 } }]);
    await bench.undo(imported.id);
    expect((await ciOf(ciId)).redundancy).toEqual(needed);
  });

  test("that people wrote stays theirs", async () => {
    const { results } = await bench.bring("src.hr", [farm]);
    const ciId = results[0]?.ciId ?? "";
    const { allCis, model } = bench.context();
    const chain = await model.chainOf("farm");
    const byHand = [{ group: "members", needed: { atLeast: 3 } }];
    await allCis.update(ciId, undefined, (ci) => editCi(ci, { redundancy: byHand }, chain));
    const again = await bench.bring("src.hr", [farm]);
    expect(again.results[0]).toMatchObject({ outcome: "unchanged", kept: [{ attribute: "redundancy" }] });
    expect((await ciOf(ciId)).redundancy).toEqual(byHand);
  });

  test("that cannot be read is a fault of its row", async () => {
    const { results } = await bench.bring("src.hr", [
      csv(head, "farm,f,farm,half of them", "farm,g,farm,members: 0", 'farm,h,farm,"a: 1; a: 2"'),
    ]);
    expect(results.map(({ outcome, faults }) => [outcome, faults?.[0]?.attribute])).toEqual(
      Array.from({ length: 3 }, () => ["invalid", "redundancy"]),
    );
  });

  test("leaves with our own export, as JSON and as a table, and comes back as it went", async () => {
    const { results } = await bench.bring("src.hr", [farm, relations]);
    const { items } = await exported();
    expect((await bench.bring("src.api", [JSON.stringify({ items })])).imported.counts).toEqual({
      unchanged: 5,
    });
    expect((await bench.bring("src.hr", [table.write({ items })])).imported.counts).toEqual({ unchanged: 3 });
    const brought = relationTable.write({ items });
    expect(brought.split("\r\n")).toHaveLength(4);
    expect((await bench.bring("src.hr", [brought])).imported.counts).toEqual({ unchanged: 2 });
    const loose = brought.replaceAll(",1,members", ",2,others");
    expect((await bench.bring("src.hr", [loose])).imported.counts).toEqual({ updated: 2 });
    expect((await bench.bring("src.hr", [brought])).imported.counts).toEqual({ updated: 2 });
    const edited = items.map((ci: ExportedCi) => ({
      ...ci,
      redundancy: ci.redundancy?.slice(0, 1),
      relations: ci.relations.map((each) => ({ ...each, weight: 3 })),
    }));
    const again = await bench.bring("src.api", [JSON.stringify({ items: edited })]);
    expect(again.imported.counts).toEqual({ updated: 1, unchanged: 4 });
    expect((await ciOf(results[0]?.ciId)).redundancy).toEqual(needed.slice(0, 1));
  });
});
