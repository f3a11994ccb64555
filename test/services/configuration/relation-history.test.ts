import { relateAgain, unrelate } from "../../../services/configuration/decisions/relation.ts";
import { listCiRelationHistory } from "../../../services/configuration/endpoints/list-ci-relation-history.ts";
import type { ConfigurationContext } from "../../../services/configuration/table.ts";
import { type Workbench, workbench } from "./import/workbench.ts";

type Told = {
  readonly entries: readonly {
    readonly type: string;
    readonly name: string;
    readonly meta: { readonly occurredAt: string; readonly actor: string };
    readonly other: { readonly name?: string };
  }[];
  readonly leftOff: number;
};

const at = (minutes: number) =>
  new Date(Date.parse("2026-03-01T10:00:00.000Z") + minutes * 60_000).toISOString();

describe("what became of a CI's relations", () => {
  let bench: Workbench;
  let numbers: string[];
  beforeAll(async () => {
    bench = await workbench(at(0));
    await bench.source("src.hr", { format: "csv" });
    const { results } = await bench.bring("src.hr", [
      "class,key,name\napplication,a,shop\nserver,b,web\nserver,c,old",
      "from,relation,to\na,depends-on,b\na,depends-on,c",
    ]);
    numbers = results.map(({ ciId }) => ciId ?? "");
    const [shop, web, old] = numbers;
    bench.moveTo(at(10));
    await bench
      .context()
      .relations.update(`${shop}.depends-on.${old}`, undefined, (each) => unrelate(each, { now: at(10) }));
    bench.moveTo(at(20));
    const used = `${shop}.depends-on.${web}`;
    await bench.context().relations.update(used, undefined, (each) => unrelate(each, { now: at(20) }));
    bench.moveTo(at(30));
    const again = { now: at(30), weight: 1 };
    await bench.context().relations.update(used, undefined, (each) => relateAgain(each, again));
  });
  afterAll(() => bench.stop());

  const ask = async (which: number, query: object = {}): Promise<Told> => {
    const { handle } = listCiRelationHistory as unknown as {
      handle: (call: unknown, context: ConfigurationContext) => Promise<Told>;
    };
    return handle({ params: { ciId: numbers[which] }, query: { limit: 25, ...query } }, bench.context());
  };
  const said = ({ entries }: Told) => entries.map(({ type, name, other }) => `${type} ${name} ${other.name}`);

  test("is told newest first, of those that ended, too", async () => {
    const told = await ask(0);
    expect(said(told).slice(0, 3)).toEqual([
      "CiRelated depends on web",
      "CiUnrelated depends on web",
      "CiUnrelated depends on old",
    ]);
    expect(said(told)).toHaveLength(5);
    expect(said(told).filter((each) => each.endsWith("old"))).toEqual([
      "CiUnrelated depends on old",
      "CiRelated depends on old",
    ]);
    expect(told.entries.every(({ meta }) => meta.actor !== undefined)).toBe(true);
  });

  test("is told of the other end by the type's other name", async () => {
    expect(said(await ask(2))).toEqual(["CiUnrelated used by shop", "CiRelated used by shop"]);
  });

  test("is cut to so many, and goes on before an instant", async () => {
    const first = await ask(0, { limit: 2 });
    expect(said(first)).toEqual(["CiRelated depends on web", "CiUnrelated depends on web"]);
    const rest = await ask(0, { before: first.entries[1]?.meta.occurredAt });
    expect(rest.entries).toHaveLength(3);
    expect((await ask(0, { before: at(-1) })).entries).toEqual([]);
  });
});
