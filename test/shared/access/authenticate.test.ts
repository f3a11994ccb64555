import { may, serviceActor } from "../../../shared/access/actor.ts";
import { createAuthenticator } from "../../../shared/access/authenticate.ts";

const mapping = {
  "it-desk": { roles: ["agent"], teams: ["desk", "night"] },
  "client:robot": { roles: ["integration"], teams: [] },
};
const grants = {
  employee: ["thing:read"],
  agent: ["thing:work", "thing:read"],
  admin: ["*"],
  integration: ["thing:work"],
} as const;
const authenticate = createAuthenticator(mapping, grants);

test("an ID token opens nothing, a token that does not say what it is for does", () => {
  expect(() => authenticate({ sub: "ann", token_use: "id" })).toThrow();
  for (const claims of [{ sub: "ann" }, { sub: "ann", token_use: "access" }])
    expect(authenticate(claims).id).toBe("ann");
});
const person = { sub: "p1", client_id: "portal" };

describe("who a token stands for", () => {
  test("is an employee with nothing else in it", () => {
    expect(authenticate(person)).toEqual({
      id: "p1",
      name: undefined,
      roles: ["employee"],
      teams: [],
      permissions: new Set(["thing:read"]),
    });
  });

  test("has the roles and teams that its groups are mapped to", () => {
    const actor = authenticate({ ...person, name: "Ann", "cognito:groups": "[it-desk]" });
    expect(actor).toMatchObject({ name: "Ann", roles: ["employee", "agent"], teams: ["desk", "night"] });
    expect(actor.permissions).toEqual(new Set(["thing:read", "thing:work"]));
  });

  test("counts groups that are not mapped by their own name", () => {
    const actor = authenticate({ ...person, groups: ["role:admin", "team:a:b", "something"] });
    expect(actor).toMatchObject({ roles: ["employee", "admin"], teams: ["a:b"] });
  });

  test.each([
    ["as API Gateway writes a list", "[role:agent team:x]"],
    ["separated by commas", "role:agent, team:x"],
    ["as a real list", ["role:agent", "team:x"]],
  ])("reads groups %s", (_form, groups) => {
    expect(authenticate({ ...person, groups })).toMatchObject({ roles: ["employee", "agent"], teams: ["x"] });
  });

  test("that is a machine (subject and client are one) is no employee, and has what its client is mapped to", () => {
    const actor = authenticate({ sub: "robot", client_id: "robot" });
    expect(actor.roles).toEqual(["integration"]);
    expect(may(actor, "thing:read")).toBe(false);
  });

  test("that is a person cannot claim a machine's mapping by its name", () => {
    expect(authenticate({ sub: "robot", client_id: "portal" }).roles).toEqual(["employee"]);
  });

  test.each([[undefined], [{}], [{ sub: "" }], [{ sub: 7 }], [{ sub: "x".repeat(129) }]])(
    "is nobody without a usable subject: %j",
    (claims) => {
      expect(() => authenticate(claims)).toThrow(expect.objectContaining({ code: "unauthenticated" }));
    },
  );

  test.each(["__proto__", "constructor", "toString", "role:__proto__", "role:constructor"])(
    "gains nothing from a group called %s",
    (group) => {
      expect(authenticate({ ...person, groups: [group] }).permissions).toEqual(new Set(["thing:read"]));
    },
  );
});

test("a star grants everything in the service, and the service itself has it", () => {
  expect(may(authenticate({ ...person, groups: ["role:admin"] }), "thing:anything")).toBe(true);
  expect(may(serviceActor("thing"), "thing:anything")).toBe(true);
});
