import {
  cartsOf,
  type Draft,
  fieldsOf,
  isKeptSo,
  joined,
  lineOf,
  type Order,
  orderOf,
} from "../../../services/portal/src/pages/catalog/order-draft.ts";

const line = (catalogItemId: string, answers: Draft["lines"][number]["answers"] = {}, quantity = 1) => ({
  catalogItemId,
  quantity,
  answers,
});
const draft = (id: string, lines: Draft["lines"], more: Partial<Draft> = {}): Draft => ({
  id,
  version: 1,
  createdAt: `2026-03-02T09:00:0${id}.000Z`,
  updatedAt: "2026-03-02T09:00:00.000Z",
  state: "open",
  ownerId: "emma",
  lines,
  ...more,
});
const order: Order = { answers: { size: "32" }, quantity: "2", requestedFor: " noah ", note: "" };

describe("an order that is being filled in", () => {
  it("is kept as one line, without what is empty", () => {
    expect(fieldsOf("CIT0000001", order)).toEqual({
      requestedFor: "noah",
      lines: [line("CIT0000001", { size: "32" }, 2)],
    });
  });

  it("takes the place of its own line and leaves the others of the draft", () => {
    const two = draft("1", [line("CIT0000001"), line("CIT0000002")]);
    expect(fieldsOf("CIT0000002", order, { draft: two, at: 1 }).lines).toEqual([
      line("CIT0000001"),
      line("CIT0000002", { size: "32" }, 2),
    ]);
  });

  it("asks for a number that the API takes, whatever was typed", () => {
    const quantities = ["", "x", "0", "-3", "2.7", "1000"].map(
      (quantity) => lineOf("CIT0000001", { ...order, quantity }).quantity,
    );
    expect(quantities).toEqual([1, 1, 1, 1, 2, 100]);
  });

  it("is read again as it was entered", () => {
    const { lines, requestedFor } = fieldsOf("CIT0000001", order);
    const kept = draft("1", lines as Draft["lines"], { ...(requestedFor && { requestedFor }) });
    expect(orderOf(kept)).toEqual({ ...order, requestedFor: "noah" });
    expect(isKeptSo(kept, fieldsOf("CIT0000001", orderOf(kept), { draft: kept }))).toBe(true);
    expect(isKeptSo(kept, fieldsOf("CIT0000001", { ...order, note: "Soon" }, { draft: kept }))).toBe(false);
  });
});

describe("a cart", () => {
  it("is what was begun and not ordered, by whom it is for", () => {
    const carts = cartsOf([
      draft("3", [line("CIT0000003")], { requestedFor: "noah" }),
      draft("2", [line("CIT0000002")]),
      draft("1", [line("CIT0000001")]),
      draft("4", [line("CIT0000004")], { state: "ordered" }),
      draft("5", []),
    ]);
    expect(carts.map(({ requestedFor, drafts }) => [requestedFor, drafts.map(({ id }) => id)])).toEqual([
      [undefined, ["1", "2"]],
      ["noah", ["3"]],
    ]);
  });

  it("is ordered as one, with all notes and every thing once although joining it was tried before", () => {
    const first = draft("1", [line("CIT0000001"), line("CIT0000002", { size: "32" })], { note: "Soon" });
    const second = draft("2", [line("CIT0000002", { size: "32" }), line("CIT0000002", { size: "24" })], {
      note: "To the desk",
    });
    expect(joined([first, second])).toEqual({
      note: "Soon\nTo the desk",
      lines: [line("CIT0000001"), line("CIT0000002", { size: "32" }), line("CIT0000002", { size: "24" })],
    });
  });
});
