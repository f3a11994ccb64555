import { organizationGrants, viewPerson } from "../../../services/organization/access.ts";
import { namePerson } from "../../../services/organization/decisions/name-person.ts";
import {
  isCalled,
  isPersonRecordId,
  nameless,
  type Person,
  personRecordId,
  wordsOf,
  wordsOfPerson,
} from "../../../services/organization/person.ts";
import { TeamId } from "../../../services/organization/team.ts";
import { granted } from "../../../shared/access/actor.ts";

const ada = { ...nameless(personRecordId("ada")), name: "Ada Lind", personId: "ada" } as Person;

test("who has no name yet gets one, and the event says it", () => {
  const nobody = nameless(personRecordId("ada")) as Person;
  expect(namePerson(nobody, "ada", "Ada Lind")).toEqual([
    expect.objectContaining({
      data: { person: { id: "ada", name: "Ada Lind" } },
      changes: { personId: "ada", name: "Ada Lind" },
    }),
  ]);
});

test("a name that somebody has already, and a token without a name, change nothing", () => {
  expect(namePerson(ada, "ada", "Ada Lind")).toEqual([]);
  expect(namePerson(ada, "ada", undefined)).toEqual([]);
});

test("no person is found under the id of a team, and no two people under one id", () => {
  expect(TeamId.safeParse(personRecordId("ada")).success).toBe(false);
  const ids = ["a#b", "a%23b", "a%b", "a"].map(personRecordId);
  expect(new Set(ids).size).toBe(4);
  expect(ids.some((id) => id.includes("#"))).toBe(false);
  expect(ids.every(isPersonRecordId)).toBe(true);
  expect(nameless("desk")).toBeUndefined();
});

test("words of a name are what people type: without case, accents, or what stands between", () => {
  expect(wordsOf("Zoë  O'Neill-Åkesson")).toEqual(["zoe", "o", "neill", "akesson"]);
  expect(wordsOf(" ,. ")).toEqual([]);
});

test("somebody is found by the beginning of any of their words, in any order, and by the sign-in id", () => {
  expect(wordsOfPerson({ name: "Ada Lind", personId: "ada.lind2" })).toEqual(["ada", "lind", "lind2"]);
  expect(wordsOfPerson({ personId: "ada" })).toEqual([]);
  const called = (text: string): boolean => isCalled(ada, wordsOf(text));
  expect(["ad", "LIND", "li a", "Ada Lind"].filter(called)).toHaveLength(4);
  expect(["da", "ada lund", "lind ada x"].filter(called)).toEqual([]);
});

test("every colleague may know how somebody is called; only the directory and administrators say it for others", () => {
  const actor = (roles: readonly string[]) => ({
    id: "x",
    roles,
    teams: [],
    permissions: granted(organizationGrants, roles),
  });
  expect(viewPerson(actor(["employee"]), ada)).toEqual(ada);
  expect(viewPerson(actor([]), ada)).toBeUndefined();
  const namers = Object.keys(organizationGrants).filter((role) =>
    granted(organizationGrants, [role]).has("organization:name_people"),
  );
  expect(namers.toSorted()).toEqual(["admin", "integration"]);
});
