import {
  conflictsWith,
  draftOf,
  rebased,
} from "../../../services/portal/src/pages/service-levels/kept-draft.ts";

const opened = { typed: { name: "Office", mon: "09:00-17:00", tue: "09:00-17:00" }, version: 3 };
const typedBy = (part: object) => ({ ...draftOf(opened), typed: { ...opened.typed, ...part } });
const savedBy = (part: object) => ({ typed: { ...opened.typed, ...part }, version: 4 });

describe("a calendar, agreement or holiday list that somebody else saved meanwhile", () => {
  it("goes together with what was typed, where both changed something else", () => {
    const [yours, theirs] = [typedBy({ mon: "08:00-16:00" }), savedBy({ tue: "" })];
    expect(conflictsWith(yours, theirs)).toEqual([]);
    expect(rebased(yours, theirs, [])).toEqual({
      typed: { name: "Office", mon: "08:00-16:00", tue: "" },
      base: theirs.typed,
      version: 4,
    });
  });

  it("is asked about field by field where both changed the same, and can be saved after it", () => {
    const [yours, theirs] = [typedBy({ mon: "08:00-16:00", name: "Desk" }), savedBy({ mon: "10:00-18:00" })];
    expect(conflictsWith(yours, theirs)).toMatchObject([{ field: "mon", theirs: "10:00-18:00" }]);
    expect(rebased(yours, theirs, ["mon"])).toMatchObject({
      typed: { mon: "10:00-18:00", name: "Desk" },
      version: 4,
    });
    expect(rebased(yours, theirs, [])).toMatchObject({
      typed: { mon: "08:00-16:00", name: "Desk" },
      version: 4,
    });
  });
});
