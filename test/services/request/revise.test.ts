import fc from "fast-check";
import { decide, mustHaveSeen } from "../../../services/request/decisions/approve.ts";
import type { Wanted } from "../../../services/request/decisions/place.ts";
import { costOf } from "../../../services/request/decisions/price.ts";
import { mustBeRevisable, revise } from "../../../services/request/decisions/revise.ts";
import type { Order } from "../../../services/request/decisions/settle.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { approvedBy, decided, fieldsOf, now, placed, wanted } from "./given.ts";

const sizes = ["small", "large"] as const;
const fields = fieldsOf({
  price: { amount: 100, currency: "EUR" },
  mostQuantity: 5,
  form: {
    sections: [
      {
        key: "s",
        title: "S",
        fields: [
          {
            key: "size",
            label: "Size",
            type: "choice",
            choices: [
              { value: "small", label: "Small" },
              { value: "large", label: "Large", price: 900 },
            ],
          },
        ],
      },
    ],
  },
  fulfilment: [{ kind: "call", key: "c", title: "C", url: "https://example.test/", values: ["size"] }],
});

/** So much of it, and who approves that. */
const of = (size: string, quantity: number, ...people: string[]): Wanted => {
  const answers = { size };
  return wanted({
    fields,
    answers,
    quantity,
    cost: costOf(fields, answers, quantity),
    steps: approvedBy(...people),
  });
};
const revising = (order: Order, to: Wanted, at = 0): Order =>
  decided(order, at, (item) => revise(item, to, ["eve"], now));
const vote = (order: Order, personId: string, verdict: "approve" | "reject" = "approve", at = 0): Order =>
  decided(order, at, (item) => decide(item, { personId, roles: [], verdict, channel: "api", now }));
const first = ({ items }: Order): RequestItem => items[0] as RequestItem;

test("what waits for its approval is wanted otherwise: answers, price, tasks and the request follow", () => {
  const order = revising(placed([of("small", 1, "max"), of("small", 1, "max")]), of("large", 3, "max"));
  expect(first(order)).toMatchObject({
    state: "awaiting_approval",
    quantity: 3,
    answers: { size: "large" },
    shown: [{ label: "Size", text: "Large" }],
    price: { amount: 3000, currency: "EUR" },
    tasks: [{ does: { values: { size: "large" } }, state: "waiting" }],
  });
  expect(order.request.price).toEqual({ amount: 3100, currency: "EUR" });
  expect(order.request.items[0]).toMatchObject({ quantity: 3, price: { amount: 3000 }, round: 2 });
  expect(order.items[1]?.approval?.round).toBe(1);
});

test("those who approve what it is now are asked, and what was decided before counts no more", () => {
  const half = vote(placed([of("small", 1, "max", "kim")]), "max");
  const order = revising(half, of("large", 2, "max", "kim", "pia"));
  expect(first(order).approval).toMatchObject({ round: 2, state: "pending", barred: ["eve"] });
  expect(first(order).approval?.steps.flatMap(({ ballots }) => ballots)).toEqual([]);
  const [told, asked] = revise(first(half), of("large", 2, "max"), ["eve"], now);
  expect(told?.event.type).toBe("RequestItemRevised");
  expect(told?.changes).toMatchObject({ quantity: 2, answers: { size: "large" } });
  expect(asked?.event.type).toBe("RequestItemApprovalRequested");
  expect(asked?.data).toMatchObject({ approval: { round: 2, people: ["max"] } });
});

test("what nobody has to approve any more is fulfilled, with the rounds counted on", () => {
  const order = revising(placed([of("large", 5, "max")]), of("small", 1));
  expect(first(order)).toMatchObject({ state: "in_fulfilment", approval: { round: 2, state: "approved" } });
});

test("the same again is nothing, and what is over or approved is changed by ordering again", () => {
  const order = placed([of("small", 1, "max")]);
  expect(revise(first(order), of("small", 1, "max"), ["eve"], now)).toEqual([]);
  expect(() => mustBeRevisable(first(vote(order, "max")))).toThrow("cancel it and order it again");
  expect(() => mustBeRevisable(first(vote(order, "max", "reject")))).toThrow(Refusal);
  expect(() => revise(first(vote(order, "max")), of("large", 1), ["eve"], now)).toThrow(Refusal);
});

test("parts of a bundle are changed with it and not alone; those that are cancelled stay so", () => {
  const parts = [of("small", 1, "max"), { ...of("small", 1), parent: 0 }];
  const order = placed(parts);
  expect(() => mustBeRevisable(order.items[1] as RequestItem)).toThrow("came with RITM0000001");
  const both = (item: RequestItem) => revise(item, of("large", 2), ["eve"], now);
  expect(decided(order, 1, both).items[1]).toMatchObject({ quantity: 2, state: "awaiting_approval" });
  expect(both({ ...(order.items[1] as RequestItem), state: "cancelled" })).toEqual([]);
});

test("who decides on what was changed says which round or version they have seen", () => {
  const before = first(placed([of("small", 1, "max")]));
  const after = first(revising(placed([of("small", 1, "max")]), of("large", 1, "max")));
  expect(() => mustHaveSeen(before, undefined, undefined)).not.toThrow();
  expect(() => mustHaveSeen(after, undefined, undefined)).toThrow(Refusal);
  expect(() => mustHaveSeen(after, 1, undefined)).toThrow("round 2 is asked");
  expect(() => mustHaveSeen(after, 2, undefined)).not.toThrow();
  expect(() => mustHaveSeen(after, undefined, 7)).not.toThrow();
});

const people = ["max", "kim", "pia"] as const;
const moves = fc.array(
  fc.oneof(
    fc.record({
      size: fc.constantFrom(...sizes),
      quantity: fc.integer({ min: 1, max: 3 }),
      asked: fc.shuffledSubarray([...people]),
    }),
    fc.record({
      who: fc.constantFrom(...people, "eve"),
      verdict: fc.constantFrom("approve" as const, "approve" as const, "approve" as const, "reject" as const),
    }),
  ),
  { maxLength: 15 },
);

test("nothing is fulfilled with answers that were not approved, whoever changes their mind when", () => {
  let [revisions, fulfilments] = [0, 0];
  fc.assert(
    fc.property(fc.shuffledSubarray([...people], { minLength: 1 }), moves, (asked, all) => {
      let order = placed([of("small", 1, ...asked)]);
      let needed: readonly string[] = asked;
      const approved = new Map<string, string>();
      const wants = () => JSON.stringify([first(order).answers, first(order).quantity]);
      const check = () => {
        const { state, tasks, answers } = first(order);
        if (state !== "in_fulfilment")
          return expect(tasks.every((task) => task.state === "waiting")).toBe(true);
        fulfilments++;
        for (const person of needed) expect(approved.get(person)).toBe(wants());
        return expect(tasks[0]?.does?.values).toEqual(answers);
      };
      for (const move of all) {
        const before = wants();
        try {
          if ("who" in move) {
            order = vote(order, move.who, move.verdict);
            if (move.verdict === "approve") approved.set(move.who, wants());
          } else order = revising(order, of(move.size, move.quantity, ...move.asked));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        if (!("who" in move) && wants() !== before) {
          needed = move.asked;
          revisions++;
        }
        check();
      }
    }),
  );
  expect(Math.min(revisions, fulfilments)).toBeGreaterThan(10);
});
