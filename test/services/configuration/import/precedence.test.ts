import fc from "fast-check";
import type { Ci } from "../../../../services/configuration/ci.ts";
import { classReader } from "../../../../services/configuration/decisions/class-reader.ts";
import { createFrom, reconcileCi } from "../../../../services/configuration/decisions/import-ci.ts";
import { type Said, saidBy } from "../../../../services/configuration/decisions/said.ts";
import { mayOverwrite, type PrecedenceRule } from "../../../../services/configuration/precedence.ts";
import { seededClasses } from "../../../../services/configuration/seeds/classes.ts";

const chain = ["ci", "hardware", "connectable", "data_center_device", "server"].map((id) =>
  seededClasses.get(id),
);
const server = classReader(chain.flatMap((each) => each ?? []));
const lineage = server.lineage;

describe("whose word counts", () => {
  test("without a rule what people wrote stays, and among sources the later word", () => {
    expect(mayOverwrite([], lineage, "model", "src.a", "manual")).toBe(false);
    expect(mayOverwrite([], lineage, "model", "src.a", "src.b")).toBe(true);
  });

  test("the rule nearest to the class and for the attribute itself is the one", () => {
    const rules: PrecedenceRule[] = [
      { sources: ["src.a", "src.b"] },
      { classId: "hardware", sources: ["src.b", "src.a"] },
      { classId: "hardware", attribute: "model", sources: ["src.a", "src.b"] },
    ];
    expect(mayOverwrite(rules, ["application", "ci"], "model", "src.b", "src.a")).toBe(false);
    expect(mayOverwrite(rules, lineage, "assetTag", "src.b", "src.a")).toBe(true);
    expect(mayOverwrite(rules, lineage, "model", "src.b", "src.a")).toBe(false);
  });

  test("with a rule for all sources, the order in which they speak makes no difference", () => {
    const sources = ["src.a", "src.b", "src.c"];
    const rules: PrecedenceRule[] = [{ sources }];
    const words = fc.record(
      {
        model: fc.constantFrom("x", "y", "z"),
        cpuCores: fc.constantFrom(1, 2, 4),
        location: fc.constantFrom("Oslo", "Rome"),
      },
      { requiredKeys: [] },
    );
    const heard = (order: readonly string[], said: Readonly<Record<string, object>>): unknown => {
      const start: { ci: Ci | undefined } = { ci: undefined };
      for (const sourceId of order) {
        const row = {
          kind: "ci",
          key: "k",
          className: "server",
          values: { name: "web", ...said[sourceId] },
        } as const;
        const word = saidBy(row, server) as Said;
        const on = { sourceId, rules, now: "", dependents: { count: 0, ids: [] }, present: server };
        const { decision } = start.ci ? reconcileCi(start.ci, word, on) : createFrom("CI0000001", word, on);
        start.ci = Object.assign(
          { id: "CI0000001" },
          start.ci,
          ...decision.map(({ changes }) => changes),
        ) as Ci;
      }
      const { ci } = start;
      const sorted = (all: object | undefined) => Object.entries(all ?? {}).toSorted();
      return [sorted(ci?.attributes), ci?.location, sorted(ci?.origins)];
    };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sources), { minLength: 3, maxLength: 7 }),
        fc.record({ "src.a": words, "src.b": words, "src.c": words }),
        (more, said) => {
          // Everybody speaks at least once, some again.
          expect(heard([...sources, ...more], said)).toEqual(heard([...more, ...sources.toReversed()], said));
        },
      ),
    );
  });
});
