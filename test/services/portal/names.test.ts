import {
  keyOf,
  kindOfField,
  nameText,
  nextQuestion,
  withFound,
} from "../../../services/portal/src/parts/names/known-names.ts";

const found = withFound(new Map(), "person", [
  { id: "ada.service", name: "Ada Lind" },
  { id: "ada.sales", name: "Ada Lind" },
  { id: "ben.service", name: "Ben Osei" },
  { id: "nobody" },
]);
const known = withFound(found, "team", [{ id: "network", name: "Ben Osei" }]);

describe("a name", () => {
  it("stands in the place of the id", () => {
    expect(nameText(known, "person", "ben.service")).toBe("Ben Osei");
  });

  it("shared by two people has the id behind it, also when a team is called so", () => {
    expect(nameText(known, "person", "ada.sales")).toBe("Ada Lind (ada.sales)");
    expect(nameText(known, "team", "network")).toBe("Ben Osei");
  });

  it("that nobody said leaves the id", () => {
    expect(nameText(known, "person", "nobody")).toBe("nobody");
    expect(nameText(known, "team", "ben.service")).toBe("ben.service");
  });

  it("that is newer takes the place of the one before", () => {
    const later = withFound(known, "person", [{ id: "ada.sales", name: "Ada Berg" }]);
    expect(nameText(later, "person", "ada.sales")).toBe("Ada Berg");
    expect(nameText(later, "person", "ada.service")).toBe("Ada Lind");
  });
});

describe("names that are asked for", () => {
  const waiting = ["a", "b", "c"].map((id) => keyOf("person", id)).concat(keyOf("team", "person:x"));

  it("are asked for together, as many of each kind as are answered at once, the others next", () => {
    const { body, rest } = nextQuestion(waiting, 2);
    expect(body).toEqual({ personIds: ["a", "b"], teamIds: ["person:x"] });
    expect(nextQuestion(rest, 2)).toEqual({ body: { personIds: ["c"], teamIds: [] }, rest: [] });
  });
});

it.each([
  ["assigneeId", "person"],
  ["watcherIds", "person"],
  ["openedBy", "person"],
  ["ownerTeamId", "team"],
  ["teamId", "team"],
  ["serviceId", undefined],
  ["state", undefined],
])("a field called %s names a %s", (field, kind) => {
  expect(kindOfField(field)).toBe(kind);
});
