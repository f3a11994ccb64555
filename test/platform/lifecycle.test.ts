import { forEach } from "./support/in-turn.ts";
import { doerOf, type Operation, operations } from "./support/operations.ts";
import { type PlatformBed, startPlatformBed } from "./support/platform-bed.ts";

type Step = {
  readonly operation: Operation;
  readonly action: string;
  readonly state: string;
  readonly to: string | undefined;
};

/** Every state of every lifecycle with every action that people can do. */
const steps: readonly Step[] = operations.flatMap((operation) => {
  const { id, kind, service } = operation;
  const action = Object.entries(kind?.actions ?? {}).find(([, endpoint]) => endpoint === id)?.[0];
  const lifecycle = service.lifecycles[kind?.lifecycle ?? ""];
  const transition = lifecycle?.transitions[action ?? ""];
  if (!lifecycle || !transition || action === undefined) return [];
  return lifecycle.states.map((state) => ({
    operation,
    action,
    state,
    to: transition.from.includes(state) ? transition.to : undefined,
  }));
});
const readerOf = ({ kind }: Operation): Operation => {
  const reader = operations.find(
    (each) => each.method === "GET" && each.kind?.param === kind?.param && each.path.endsWith("}"),
  );
  if (reader === undefined) throw new Error(`Nothing reads what ${kind?.param} names`);
  return reader;
};

describe("the lifecycle of every kind of record", () => {
  let bed: PlatformBed;
  beforeAll(async () => {
    bed = await startPlatformBed();
  });
  afterAll(() => bed.stop());

  test("has somebody who does each of its actions", () => {
    const done = new Set(operations.flatMap(({ kind }) => (kind ? [kind] : [])));
    for (const { service, kind } of operations) {
      const declared = Object.keys(service.lifecycles[kind?.lifecycle ?? ""]?.transitions ?? {});
      expect(Object.keys(kind?.actions ?? {}).toSorted()).toEqual(declared.toSorted());
    }
    expect(done.size).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
  });

  test("lets every allowed action through to its state, and its reply offers what may be done next", async () => {
    const wrong: string[] = [];
    await forEach(
      steps.filter(({ to }) => to !== undefined),
      async ({ operation, action, state, to }) => {
        const { kind, service } = operation;
        const id = await kind?.make(bed, state);
        const { status, body } = await bed.call(operation, { id: id ?? "" });
        if (status !== 200 || body.state !== to)
          wrong.push(`${action} in ${state}: ${status} ${JSON.stringify(body)}`);
        const people = Object.entries(kind?.actions ?? {}).filter(([, by]) => by !== "events");
        const possible = people.filter(([each]) =>
          service.lifecycles[kind?.lifecycle ?? ""]?.transitions[each]?.from.includes(body.state),
        );
        if (
          body.actions?.toSorted().join() !==
          possible
            .map(([each]) => each)
            .toSorted()
            .join()
        )
          wrong.push(`${action} in ${state}: offers ${body.actions}, not ${possible.map(([each]) => each)}`);
      },
    );
    expect(wrong).toEqual([]);
  });

  test("refuses every other action as illegal_transition, and writes nothing", async () => {
    const refused = steps.filter(({ to }) => to === undefined);
    const made = new Map<string, string>();
    const keyOf = ({ operation, state }: Step) => `${operation.kind?.lifecycle} ${state}`;
    for (const step of refused)
      if (!made.has(keyOf(step)))
        made.set(keyOf(step), (await step.operation.kind?.make(bed, step.state)) ?? "");
    await bed.drain();
    const before = await bed.snapshot();
    const wrong: string[] = [];
    await forEach(refused, async (step) => {
      const { status, body } = await bed.call(step.operation, { id: made.get(keyOf(step)) ?? "" });
      if (status !== 409 || body.code !== "illegal_transition")
        wrong.push(`${step.action} in ${step.state}: ${status} ${JSON.stringify(body)}`);
    });
    expect(wrong).toEqual([]);
    await bed.drain();
    expect(await bed.snapshot()).toEqual(before);
    expect(refused.length).toBeGreaterThan(0);
  });

  test("makes records that begin where their fixture says", async () => {
    for (const { operation, state } of steps.filter(
      (step, i) =>
        steps.findIndex(
          (s) => s.state === step.state && s.operation.kind?.lifecycle === step.operation.kind?.lifecycle,
        ) === i,
    )) {
      const reader = readerOf(operation);
      const id = (await operation.kind?.make(bed, state)) ?? "";
      const { body } = await bed.call(reader, { id, as: bed.as(doerOf(operation)) });
      expect(body.state).toBe(state);
    }
    expect(bed.wrong()).toEqual([]);
  });
});
