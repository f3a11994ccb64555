import fc from "fast-check";
import type { ExportedCi } from "../../../../services/configuration/export/exported-ci.ts";
import { graphml, graphmlOf } from "../../../../services/configuration/export/graphml.ts";
import { table } from "../../../../services/configuration/export/table-of-cis.ts";
import { relationTable } from "../../../../services/configuration/export/table-of-relations.ts";
import { readTable } from "../../../../services/configuration/import/read-table.ts";
import { type Workbench, workbench } from "./workbench.ts";

const ci = (id: string, more: Partial<ExportedCi> = {}): ExportedCi =>
  ({
    id,
    name: id,
    classId: "server",
    state: "live",
    criticality: "low",
    attributes: {},
    relations: [],
    ...more,
  }) as ExportedCi;

describe("a graph for others' tools", () => {
  test("has a node for every end of its edges, on the page or not", () => {
    const relation = { id: "CI1.depends-on.CI9", typeId: "depends-on", toId: "CI9", weight: 1 };
    const text = graphmlOf([ci("CI1", { relations: [relation] }), ci("CI2")]);
    expect(text.match(/<node /g)).toHaveLength(3);
    expect(text).toContain('<node id="CI9"/>');
    expect(text).toContain('source="CI1" target="CI9"');
  });

  test("is well-formed whatever texts say", () => {
    const texts = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(texts, texts, (name, text) => {
        const written = graphml.write({
          items: [ci("CI1", { name, attributes: { model: text, cpuCores: 4 } })],
        });
        const data = [...written.matchAll(/<data key="[^"<>&]*">([^<>]*)<\/data>/g)].map(
          ([, inner = ""]) => inner,
        );
        expect(data.length).toBe(written.match(/<data /g)?.length);
        for (const inner of data)
          expect(inner.replaceAll(/&(amp|lt|gt|quot|apos|#9|#10|#13);/g, "")).not.toContain("&");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these XML cannot say.
        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  test("says of which type a value is, text where CIs differ", () => {
    const text = graphmlOf([
      ci("CI1", { attributes: { size: 4 } }),
      ci("CI2", { attributes: { size: "big" } }),
    ]);
    expect(text).toContain('attr.name="attribute.size" attr.type="string"');
  });
});

test("a table of relations says where it is not all of them, in a row that no import takes", () => {
  const relation = { id: "CI1.depends-on.CI9", typeId: "depends-on", toId: "CI9", weight: 1 };
  const written = relationTable.write({ items: [ci("CI1", { relations: [relation], moreRelations: true })] });
  const read = readTable(written);
  expect("problem" in read ? read : read.map(({ row: { kind } }) => kind)).toEqual(["relation", "unread"]);
});

describe("a table of CIs", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
    await bench.source("src.desk", { format: "csv" });
  });
  afterAll(() => bench.stop());

  test("comes back as it went, and only what somebody changed in it is written", async () => {
    const rows = [
      "class,key,name,model,cpuCores",
      'server,a,"=HYPERLINK(1)","-R 1; +2",8',
      "server,b,web,,4",
    ];
    const { results } = await bench.bring("src.hr", [rows.join("\n")]);
    const { allCis } = bench.context();
    const cis = await Promise.all(results.map(({ ciId }) => allCis.get(ciId ?? "")));
    const written = table.write({ items: cis.map((each) => ({ ...each, relations: [] })) });
    expect(written).toContain("'=HYPERLINK");
    expect((await bench.bring("src.desk", [written])).imported.counts).toEqual({ unchanged: 2 });
    const changed = await bench.bring("src.desk", [written.replace(",8,", ",16,")]);
    expect(changed.imported.counts).toEqual({ unchanged: 1, updated: 1 });
    const unknown = await bench.bring("src.desk", ["class,key,name\nserver,CI9999999,web"]);
    expect(unknown.imported.counts).toEqual({ invalid: 1 });
  });
});
