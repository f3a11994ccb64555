import { defineLifecycle, lifecycleDiagram } from "../../../shared/domain/lifecycle.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";

const door = defineLifecycle(["open", "shut", "locked"], {
  shut: { from: ["open"], to: "shut" },
  open: { from: ["shut"], to: "open" },
  lock: { from: ["shut", "open"], to: "locked" },
});

describe("a lifecycle", () => {
  test("leads along its arrows", () => {
    expect(door.next("open", "shut")).toBe("shut");
    expect(door.next("open", "lock")).toBe("locked");
  });

  test("refuses every other step as illegal_transition and names action and state", () => {
    const step = () => door.next("locked", "open");
    expect(step).toThrow(Refusal);
    expect(step).toThrow('"open" is not possible in state "locked"');
  });

  test("offers exactly the actions that it lets through", () => {
    for (const state of door.states) {
      const possible = (["shut", "open", "lock"] as const).filter((action) => {
        try {
          return Boolean(door.next(state, action));
        } catch {
          return false;
        }
      });
      expect(door.allowed(state)).toEqual(possible);
    }
    expect(door.allowed("locked")).toEqual([]);
  });

  test("knows its states and no others", () => {
    expect(door.State.options).toEqual(["open", "shut", "locked"]);
    expect(door.State.safeParse("ajar").success).toBe(false);
  });

  test("can be drawn, beginning in its first state", () => {
    expect(lifecycleDiagram(door).split("\n")).toEqual([
      "stateDiagram-v2",
      "  [*] --> open",
      "  open --> shut: shut",
      "  shut --> open: open",
      "  shut --> locked: lock",
      "  open --> locked: lock",
    ]);
  });
});
