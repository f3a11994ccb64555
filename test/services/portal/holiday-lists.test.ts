import {
  listChoices,
  listOf,
  typedList,
} from "../../../services/portal/src/pages/service-levels/holiday-list-form.ts";
import { Unreadable } from "../../../services/portal/src/pages/service-levels/plain-text.ts";

const norway = {
  name: "Norway",
  holidays: [{ monthDay: "05-17", name: "Constitution Day" }, { date: "2027-03-26" }],
};

describe("a holiday list that is typed", () => {
  it("comes back as it was", () => {
    expect(listOf(typedList(norway))).toEqual(norway);
  });

  it("says which line is no day", () => {
    expect(() => listOf({ name: "x", holidays: "05-17 Constitution Day\n17 May" })).toThrow(
      new Unreadable("17 May"),
    );
  });
});

describe("the lists that a calendar may use", () => {
  const active = [{ id: "HOL0000001", name: "Norway" }];
  const retired = [
    { id: "HOL0000002", name: "Sweden" },
    { id: "HOL0000003", name: "Finland" },
  ];
  const textsOf = (used: readonly string[]) => listChoices(active, retired, used).map(({ text }) => text);

  it("are those that are offered, by name", () => {
    expect(textsOf(["HOL0000001"])).toEqual(["Norway"]);
  });

  it("and a retired one as long as it uses it", () => {
    expect(textsOf(["HOL0000002"])).toEqual(["Norway", "Sweden (retired)"]);
  });

  it("and one whose name is not known by its number", () => {
    expect(textsOf(["HOL0000009"])).toEqual(["Norway", "HOL0000009 (retired)"]);
  });
});
