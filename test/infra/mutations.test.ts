import { checksOf, synthesize } from "./mutations/checks.ts";
import { deliveryMutations } from "./mutations/delivery.ts";
import { doorMutations } from "./mutations/doors.ts";
import { durabilityMutations } from "./mutations/durability.ts";
import { entranceMutations } from "./mutations/entrance.ts";
import { functionMutations } from "./mutations/functions.ts";
import type { Check, Mutation, Templates } from "./mutations/mutation.ts";
import { permissionMutations } from "./mutations/permissions.ts";
import { referenceMutations } from "./mutations/references.ts";
import { routingMutations } from "./mutations/routing.ts";
import { watchMutations } from "./mutations/watch.ts";

const mutations: readonly Mutation[] = [
  ...functionMutations,
  ...permissionMutations,
  ...doorMutations,
  ...deliveryMutations,
  ...routingMutations,
  ...entranceMutations,
  ...durabilityMutations,
  ...watchMutations,
  ...referenceMutations,
];

const { directory, templates } = synthesize();
const checks = checksOf(directory);
const names = Object.keys(checks) as Check[];

/** What a check finds in each stack as it is: only what comes on top of it counts as caught. */
const before = new Map(
  names.map((name) => [name, new Map(Object.keys(templates).map((id) => [id, checks[name](templates, id)]))]),
);

const mutate = ({ change }: Mutation): { readonly mutated: Templates; readonly stack: string } => {
  const mutated = structuredClone(templates);
  change(mutated);
  const changed = Object.keys(templates).filter(
    (id) => JSON.stringify(mutated[id]) !== JSON.stringify(templates[id]),
  );
  expect(changed).toHaveLength(1);
  return { mutated, stack: changed[0] ?? "" };
};

/** What a check says about a mutation that it does not say without it. */
const findings = (check: Check, mutation: Mutation): readonly string[] => {
  const { mutated, stack } = mutate(mutation);
  const known = before.get(check)?.get(stack) ?? [];
  return checks[check](mutated, stack).filter((finding) => !known.includes(finding));
};

describe("template mutations", () => {
  it("are at least forty, each with its own title", () => {
    expect(new Set(mutations.map(({ title }) => title)).size).toBe(mutations.length);
    expect(mutations.length).toBeGreaterThanOrEqual(40);
  });

  it.each(["validate", "house rules", "local cloud"] as const)(
    "start from templates in which %s finds nothing",
    (name) => {
      expect([...(before.get(name)?.values() ?? [])].flat()).toEqual([]);
    },
  );

  it.each(mutations.map((mutation) => [mutation.title, mutation.caughtBy, mutation] as const))(
    "%s is caught by %s",
    (_, check, mutation) => {
      expect(findings(check, mutation)).not.toEqual([]);
    },
  );
});
