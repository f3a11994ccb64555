import fc from "fast-check";
import type { Asset } from "../../../services/asset/asset.ts";
import { repair } from "../../../services/asset/decisions/care.ts";
import { checkIn, checkOut } from "../../../services/asset/decisions/hand-out.ts";
import { arrive } from "../../../services/asset/decisions/order.ts";
import {
  countStock,
  issueStock,
  moveStock,
  receiveStock,
  setStockRule,
  transferStock,
} from "../../../services/asset/decisions/stock.ts";
import { stock as putAway, send, setAside } from "../../../services/asset/decisions/store.ts";
import type { StockMove } from "../../../services/asset/events.ts";
import { emptyStock, type Stock, stockIdOf } from "../../../services/asset/stock.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { applied, asset, model, on, stockroom } from "./given.ts";

const id = "STR0000001.MDL0000001";
const empty = emptyStock(id) as Stock;
const types = (decision: Decision<Stock>) => decision.map(({ event }) => event.type);
const withRule = (minimum: number, given = empty) =>
  applied(given, setStockRule(given, { minimum, reorderQuantity: 10 }));
const by = (count: number) => ({ onHand: count, available: count });

describe("the level of a stock", () => {
  it("is told to be low once, and to be enough again once", () => {
    const enough = withRule(3, applied(empty, moveStock(empty, by(4), { reason: "received" })));
    expect(enough.isLow).toBe(false);
    const three = moveStock(enough, by(-1), { reason: "AssetCheckedOut" });
    expect(types(three)).toEqual(["StockMoved"]);
    const two = moveStock(applied(enough, three), by(-1), { reason: "AssetCheckedOut" });
    expect(types(two)).toEqual(["StockMoved", "StockLow"]);
    const low = applied(applied(enough, three), two);
    expect(types(moveStock(low, by(-1), { reason: "AssetCheckedOut" }))).toEqual(["StockMoved"]);
    expect(types(moveStock(low, by(1), { reason: "AssetReturned" }))).toEqual([
      "StockMoved",
      "StockReplenished",
    ]);
  });

  it("counts what can be handed out, not what is merely there", () => {
    const five = withRule(2, applied(empty, moveStock(empty, by(2), { reason: "received" })));
    expect(types(moveStock(five, { onHand: 0, available: -1 }, { reason: "AssetSetAside" }))).toEqual([
      "StockMoved",
      "StockLow",
    ]);
  });

  it("is low at once where a rule asks for more than there is", () => {
    expect(types(setStockRule(empty, { minimum: 1 }))).toEqual(["StockRuleSet", "StockLow"]);
    const low = withRule(1);
    expect(types(setStockRule(low, {}))).toEqual(["StockRuleSet", "StockReplenished"]);
    expect(setStockRule(low, { minimum: 1, reorderQuantity: 10 })).toEqual([]);
  });
});

describe("consumables", () => {
  const ten = applied(empty, receiveStock(empty, { quantity: 10 }));

  it("are handed out until there are no more", () => {
    const left = applied(ten, issueStock(ten, { quantity: 9, personId: "eve" }));
    expect(left).toMatchObject({ onHand: 1, available: 1 });
    expect(() => issueStock(left, { quantity: 2 })).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });

  it("go to another stockroom as one entry on either side, and no more than there are", () => {
    const other = emptyStock("STR0000002.MDL0000001") as Stock;
    const three = applied(empty, receiveStock(empty, { quantity: 3 }));
    const [left, come] = transferStock(three, other, { toStockroomId: "STR0000002", quantity: 3 });
    expect([applied(three, left), applied(other, come)]).toMatchObject([by(0), by(3)]);
    expect([...left, ...come].map(({ data }) => data)).toMatchObject([
      { by: by(-3), reason: "transferred" },
      { by: by(3), reason: "transferred" },
    ]);
    expect(() => transferStock(three, other, { toStockroomId: "STR0000002", quantity: 4 })).toThrow(
      expect.objectContaining({ code: "rule_violation" }),
    );
  });

  it("are as many as were counted, and the difference is in the ledger", () => {
    const [moved] = countStock(ten, { counted: 7 });
    expect(moved?.data).toMatchObject({ by: by(-3), reason: "counted" });
    expect(countStock(ten, { counted: 10 })).toEqual([]);
  });
});

describe("the counts of stock", () => {
  const rooms = ["STR0000001", "STR0000002"].map((room) => ({ ...stockroom, id: room }));
  type Do = (given: Asset, room: (typeof rooms)[number]) => Decision<Asset>;
  const deeds: readonly Do[] = [
    (given) => checkOut.decide(given, { holderId: "eve", isLoan: false }, on()),
    (given, room) => checkIn.decide(given, { stockroomId: room.id }, on({ stockroom: room })),
    (given, room) =>
      checkIn.decide(given, { stockroomId: room.id, substate: "defective" }, on({ stockroom: room })),
    (given, room) => send.decide(given, { stockroomId: room.id }, on({ stockroom: room })),
    (given, room) => putAway.decide(given, { stockroomId: room.id }, on({ stockroom: room })),
    (given) => setAside.decide(given, { substate: "quarantine" }, on()),
    (given) => setAside.decide(given, { substate: "available" }, on()),
    (given) => repair.decide(given, { what: "Fan" }, on()),
  ];

  const tried = (given: Asset, deed: Do | undefined, room: (typeof rooms)[number]): Decision<Asset> => {
    try {
      return deed?.(given, room) ?? [];
    } catch {
      return [];
    }
  };
  const movesIn = (decision: Decision<Asset>): readonly StockMove[] =>
    decision.flatMap(({ data }) => (data as { moves?: readonly StockMove[] }).moves ?? []);
  const sums = (moves: readonly StockMove[]) =>
    rooms.map((room) => {
      const own = moves.filter(({ stockId }) => stockId === stockIdOf(room.id, model.id));
      const zero = emptyStock(stockIdOf(room.id, model.id)) as Stock;
      const { onHand, available } = own.reduce(
        (stock, move) => applied(stock, moveStock(stock, move, { reason: "any" })),
        zero,
      );
      return { onHand, available };
    });

  it("are those of the records, in whatever order the entries come", () => {
    const steps = fc.array(fc.tuple(fc.nat(deeds.length - 1), fc.nat(1), fc.nat(2)), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (all, draw) => {
        const arrived = [0, 1, 2].map((n) =>
          arrive(`AST000000${n}`, {}, on({ stockroom: rooms[n % 2] ?? stockroom })),
        );
        const assets = arrived.map((decision) => applied({} as Asset, decision));
        const moves = arrived.flatMap(movesIn);
        for (const [deed, room, which] of all) {
          const before = assets[which] ?? asset();
          const decision = tried(before, deeds[deed], rooms[room] ?? stockroom);
          assets[which] = applied(before, decision);
          moves.push(...movesIn(decision));
        }
        const counted = rooms.map((room) => {
          const here = assets.filter((each) => each.state === "in_stock" && each.stockroomId === room.id);
          return {
            onHand: here.length,
            available: here.filter(({ substate }) => substate === "available").length,
          };
        });
        const order = moves.map((move) => ({ move, key: draw.next().value }));
        const shuffled = order.toSorted((a, b) => a.key - b.key).map(({ move }) => move);
        expect(sums(moves)).toEqual(counted);
        expect(sums(shuffled)).toEqual(counted);
      }),
      { numRuns: 60 },
    );
  });
});
