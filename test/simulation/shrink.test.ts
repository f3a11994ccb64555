import type { Fault } from "./faults.ts";
import type { Plan } from "./plan.ts";
import { shrink } from "./shrink.ts";

const fault = (at: number): Fault => ({ kind: "partial", at, times: 1, amount: 0 });
const plan: Plan = {
  seed: 7,
  services: ["incident"],
  operations: Array.from({ length: 24 }, (_, index) => index),
  faults: Array.from({ length: 19 }, (_, index) => fault(index)),
};

/** Breaks when operations 3 and 20 meet fault 11; and always something else, which is not the question. */
const play = async (tried: Plan) => {
  const has = (index: number) => tried.operations.includes(index);
  const isBroken = has(3) && has(20) && tried.faults.some(({ at }) => at === 11);
  const other = { invariant: "another", why: "always" };
  return { plan: tried, broken: isBroken ? [{ invariant: "this", why: "it is" }, other] : [other] };
};

describe("shrinking a plan", () => {
  it("leaves only what breaks the same invariant first broken", async () => {
    const shrunk = await shrink(await play(plan), play);
    expect(shrunk).toEqual({ ...plan, operations: [3, 20], faults: [fault(11)] });
  });

  it("ends with the smallest plan so far when there were runs enough", async () => {
    let runs = 0;
    const counted = async (tried: Plan) => {
      runs++;
      return play(tried);
    };
    const shrunk = await shrink(await play(plan), counted, 5);
    expect(runs).toBe(5);
    expect(shrunk.operations.length + shrunk.faults.length).toBeLessThan(
      plan.operations.length + plan.faults.length,
    );
    expect((await play(shrunk)).broken[0]?.invariant).toBe("this");
  });
});
