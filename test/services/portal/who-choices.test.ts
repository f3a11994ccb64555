import {
  choicesWith,
  isAskable,
  meantBy,
  offersOf,
  peopleIn,
} from "../../../services/portal/src/parts/form/who-choices.ts";

const member = (personId: string) => ({ personId, absent: false });

it("people are found in every team that shows its members, each once", () => {
  const teams = [
    { members: [member("ada"), member("ben")] },
    {},
    { members: [member("ben"), member("nia")] },
  ];
  expect(peopleIn(teams)).toEqual(["ada", "ben", "nia"]);
});

describe("who is chosen", () => {
  const choices = [{ value: "network", text: "Network" }];
  const nameOf = (id: string) => `Former ${id}`;

  it("stays among the choices when it is offered no more", () => {
    expect(choicesWith(choices, "desk", nameOf)).toEqual([
      ...choices,
      { value: "desk", text: "Former desk" },
    ]);
  });

  it("is there once when it is offered, and not at all when nobody is chosen", () => {
    expect(choicesWith(choices, "network", nameOf)).toEqual(choices);
    expect(choicesWith(choices, "", nameOf)).toEqual(choices);
  });
});

test("people are asked for once two letters of a word are typed", () => {
  expect(["", "a", "a b", "?"].filter(isAskable)).toEqual([]);
  expect(["ad", "a lind", "Åk"].filter(isAskable)).toHaveLength(3);
});

test("who is offered is found once, though as a member of a team, too", () => {
  const members = [
    { id: "ada", name: "Ada Lind" },
    { id: "ben", name: "Ben Ott" },
  ];
  const offers = offersOf("ada", members, [
    { id: "ada.b", name: "Ada Berg" },
    { id: "ada", name: "Ada Lind" },
  ]);
  expect(offers.map(({ id }) => id)).toEqual(["ada.b", "ada"]);
});

test("a name that was typed and not chosen means the only one who is called so", () => {
  const offers = [
    { id: "ada", name: "Ada Lind" },
    { id: "ada.b", name: "Ada Berg" },
    { id: "ada.c", name: "Ada Berg" },
  ];
  expect(meantBy(" ada lind ", offers)).toBe("ada");
  expect(meantBy("Ada Berg", offers)).toBe("Ada Berg");
  expect(meantBy("ada.b", offers)).toBe("ada.b");
  expect(meantBy("x9", offers)).toBe("x9");
});
