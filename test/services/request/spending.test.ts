import type { TeamSnapshot } from "../../../services/organization/events.ts";
import type { RequestContext } from "../../../services/request/context.ts";
import type { Wanted } from "../../../services/request/decisions/place.ts";
import { applies, spendingOf } from "../../../services/request/decisions/price.ts";
import { withApprovals } from "../../../services/request/prepare-approvals.ts";
import { refuseSenseless } from "../../../services/request/senseless.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import type { Refusal } from "../../../shared/domain/refusal.ts";
import { actor, fieldsOf, wanted } from "./given.ts";

const euro = (amount: number) => ({ amount, currency: "EUR" });
const costly = [{ name: "Cost", approvers: [{ kind: "person", id: "kim" }], when: { costAtLeast: 200_000 } }];
const dear = fieldsOf({ approvals: costly });

const asked = async (all: readonly Wanted[], beside: Parameters<typeof withApprovals>[2] = []) => {
  const on = {
    ...{ actor: actor("eve"), requestedFor: "eve", barred: ["eve"], teams: [] as TeamSnapshot[] },
    ...{ settings: SettingsFields.parse({}), context: {} as RequestContext },
  };
  return (await withApprovals(all, on, beside)).map(({ steps }) => steps.map(({ name }) => name));
};
const own = (price?: number, more: Partial<Wanted> = {}) =>
  wanted({ fields: dear, cost: price === undefined ? {} : { price: euro(price) }, ...more });
const part = (price: number, isCovered: boolean) =>
  wanted({ catalogItemId: "CIT0000002", cost: { price: euro(price) }, parent: 0, isCovered });

test("a bundle is approved with all that its approval covers, although it has no price of its own", async () => {
  expect(await asked([own(), part(300_000, true)])).toEqual([["Cost"], []]);
  expect(await asked([own(), part(150_000, true), part(50_000, true)])).toEqual([["Cost"], [], []]);
  expect(await asked([own(), part(300_000, false)])).toEqual([[], []]);
});

test("what is ordered in several lines of a request passes below no limit, nor what is added later", async () => {
  expect(await asked([own(199_999)])).toEqual([[]]);
  expect(await asked([own(100_000), own(100_000)])).toEqual([["Cost"], ["Cost"]]);
  expect(await asked([own(100_000), own(100_000, { catalogItemId: "CIT0000009" })])).toEqual([[], []]);
  expect(await asked([own(100_000)], [{ price: euro(100_000) }])).toEqual([["Cost"]]);
});

test("what comes again counts with its first year", async () => {
  const monthly = { recurring: { ...euro(17_000), every: "month" as const } };
  expect(spendingOf([monthly])).toBe(204_000);
  expect(spendingOf([{ price: euro(5), recurring: { ...euro(7), every: "year" } }])).toBe(12);
  expect(await asked([own(undefined, { cost: monthly })])).toEqual([["Cost"]]);
});

test("a sum of several currencies is neither below nor above a limit: somebody is asked", () => {
  const mixed = spendingOf([{ price: euro(1) }, { price: { amount: 1, currency: "NOK" } }]);
  expect(mixed).toBeUndefined();
  expect(applies({ costAtLeast: 1_000_000 }, {}, mixed)).toBe(true);
  expect(applies({ costAtMost: 1_000_000 }, {}, mixed)).toBe(false);
});

test("a choice that costs something belongs to an item that says what it costs, so that nothing is free by mistake", () => {
  const form = (choice: object) => ({
    sections: [
      {
        key: "s",
        title: "S",
        fields: [{ key: "f", label: "F", type: "choice", choices: [{ value: "a", label: "A", ...choice }] }],
      },
    ],
  });
  const faultsOf = (fields: object): string[] => {
    try {
      refuseSenseless(fieldsOf(fields));
      return [];
    } catch (error) {
      return (error as Refusal).violations.map(({ path }) => path);
    }
  };
  expect(faultsOf({ form: form({ price: 500 }) })).toEqual(["body.price"]);
  expect(faultsOf({ form: form({ recurring: 500 }) })).toEqual(["body.recurring"]);
  expect(faultsOf({ form: form({ price: 500 }), price: euro(0) })).toEqual([]);
});
