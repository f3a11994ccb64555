import fc from "fast-check";
import { relationsIn } from "../../../../services/configuration/ties-of.ts";
import { graphSources } from "./sources.ts";
import { sharedData, type Workbench, workbench } from "./workbench.ts";

type Graph = { readonly nodes: readonly object[]; readonly edges: readonly object[] };

const files = {
  "src.netbox": "graphs/netbox.json",
  "src.boutique": "graphs/online-boutique.json",
  "src.itop": "graphs/itop-sample.json",
} as const;
const names = Object.keys(files) as (keyof typeof files)[];
const isThere = sharedData(files["src.netbox"]) !== undefined;
const read = (name: keyof typeof files): Graph => JSON.parse(sharedData(files[name]) ?? "{}");

const chunksOf = ({ nodes, edges }: Graph, size: number): string[] => {
  const all = [...nodes.map((node) => ({ nodes: [node] })), ...edges.map((edge) => ({ edges: [edge] }))];
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
  return parts.map((part) =>
    JSON.stringify({
      nodes: part.flatMap((each) => ("nodes" in each ? each.nodes : [])),
      edges: part.flatMap((each) => ("edges" in each ? each.edges : [])),
    }),
  );
};

const troubled = new Set(["conflict", "invalid", "repeated"]);

(isThere ? describe : describe.skip)("graphs of the field's tools (../shared/data/graphs)", () => {
  const benches: Workbench[] = [];
  const fresh = async (): Promise<Workbench> => {
    const bench = await workbench();
    benches.push(bench);
    for (const name of names) await bench.source(name, graphSources[name]);
    return bench;
  };
  afterAll(() => {
    for (const bench of benches) bench.stop();
  });

  test.each(names)("%s comes in whole, and a second time writes nothing", async (name) => {
    const bench = await fresh();
    const graph = read(name);
    const first = await bench.bring(name, chunksOf(graph, 400));
    const trouble = first.results.filter(({ outcome }) => troubled.has(outcome));
    expect(trouble).toEqual([]);
    // Two cables between the same devices are one relation.
    const distinct = new Set(graph.edges.map((edge) => JSON.stringify(edge))).size;
    expect(first.imported.counts?.created).toBe(graph.nodes.length + distinct);
    const before = await bench.graph();
    expect(before.cis).toHaveLength(graph.nodes.length);
    expect(before.edges).toHaveLength(distinct);
    const second = await bench.bring(name, chunksOf(graph, 300));
    expect(second.imported.counts).toEqual({ unchanged: graph.nodes.length + graph.edges.length });
    expect(await bench.graph()).toEqual(before);
  });

  test("a dry run says what the run then does, and writes nothing", async () => {
    const bench = await fresh();
    const chunks = chunksOf(read("src.itop"), 20);
    const tried = await bench.bring("src.itop", chunks, "check");
    expect(await bench.graph()).toEqual({ cis: [], edges: [] });
    const done = await bench.bring("src.itop", chunks);
    expect(tried.imported.checked).toEqual(done.imported.counts);
  });

  test("the order of rows makes no difference", async () => {
    const small = read("src.boutique");
    const one = await fresh();
    await one.bring("src.boutique", chunksOf(small, 100));
    const expected = await one.graph();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...small.nodes], { minLength: small.nodes.length }),
        fc.shuffledSubarray([...small.edges], { minLength: small.edges.length }),
        fc.integer({ min: 1, max: 30 }),
        async (nodes, edges, size) => {
          const other = await fresh();
          const rows = chunksOf({ nodes, edges }, size);
          await other.bring("src.boutique", rows);
          expect(await other.graph()).toEqual(expected);
        },
      ),
      { numRuns: 4 },
    );
  });

  test("iTop's impact relations give the neighbours that iTop says", async () => {
    const bench = await fresh();
    const { results } = await bench.bring("src.itop", chunksOf(read("src.itop"), 100));
    const idOf = new Map(results.flatMap(({ key, ciId }) => (key && ciId ? [[key, ciId] as const] : [])));
    const { bundles } = bench.context();
    for (const node of read("src.itop").nodes as { readonly id: string }[]) {
      const impacted = (read("src.itop").edges as { readonly from: string; readonly to: string }[])
        .filter(({ from }) => from === node.id)
        .map(({ to }) => idOf.get(to));
      const name = `down#${idOf.get(node.id)}`;
      const bundle = (await bundles.read([name])).get(name);
      const ids = [...(bundle ? relationsIn(bundle).entries.keys() : [])];
      const others = ids.map((id) =>
        id.split(".").find((part) => part.startsWith("CI") && part !== idOf.get(node.id)),
      );
      expect(others.toSorted()).toEqual(impacted.toSorted());
    }
  });
});
