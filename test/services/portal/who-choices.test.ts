import { choicesWith, peopleIn } from "../../../services/portal/src/parts/form/who-choices.ts";

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
