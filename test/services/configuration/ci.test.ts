import {
  attributeFaults,
  attributeSchema,
  attributesOf,
  identitiesOf,
} from "../../../services/configuration/attributes.ts";
import { CiFields } from "../../../services/configuration/ci.ts";
import { CiClassFields } from "../../../services/configuration/ci-class.ts";
import {
  editCi,
  registerCi,
  reinstateCi,
  retireCi,
  snapshotOf,
} from "../../../services/configuration/decisions/ci.ts";
import { reclassifyCi } from "../../../services/configuration/decisions/reclassify.ts";
import { seededClasses } from "../../../services/configuration/seeds/classes.ts";
import { seededRelationTypes } from "../../../services/configuration/seeds/relation-types.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { applied, chainOf, newCi, registered } from "./given.ts";

const now = "2026-03-02T10:00:00.000Z";
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("It was not refused");
};

describe("the classes that come with the product", () => {
  it("form one tree, and each is as an administrator might have written it", () => {
    for (const {
      id,
      name,
      parentId,
      abstract,
      attributes,
      identifiers,
      description,
    } of seededClasses.values()) {
      expect(chainOf(id)[0]?.id).toBe("ci");
      const fields = { name, parentId, abstract, attributes, identifiers, description };
      expect({ id, ...CiClassFields.safeParse(fields) }).toMatchObject({ id, success: true });
    }
    expect(seededClasses.size).toBeGreaterThan(60);
  });

  it("have identifiers that are attributes of theirs", () => {
    for (const { id, identifiers } of seededClasses.values()) {
      const known = ["name", ...attributesOf(chainOf(id)).map(({ name }) => name)];
      for (const each of identifiers.flat())
        expect({ id, known }).toMatchObject({ known: expect.arrayContaining([each]) });
    }
  });

  it("are those that the types of relations speak of", () => {
    for (const { allowed } of seededRelationTypes.values())
      for (const { from, to } of allowed)
        expect([seededClasses.has(from), seededClasses.has(to)]).toEqual([true, true]);
  });
});

describe("the attributes of a class", () => {
  it("are its own and those of all classes above it", () => {
    const names = attributesOf(chainOf("linux_server")).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["serialNumber", "hostname", "heightUnits", "memoryGb"]));
  });

  it("may be said anew by a class below", () => {
    const chain = [
      ...chainOf("server"),
      {
        ...chainOf("server")[0],
        id: "blade",
        attributes: [{ name: "cpuCores", kind: "text", presence: "required" }],
      },
    ] as ReturnType<typeof chainOf>;
    expect(attributeFaults(chain, { cpuCores: "many" })).toEqual([]);
    expect(attributeFaults(chain, {})).toMatchObject([{ path: "body.attributes.cpuCores" }]);
  });

  it("are checked by kind, each fault with its path", () => {
    const faults = attributeFaults(chainOf("server"), {
      cpuCores: 1.5,
      ipAddress: "10.0.0.300",
      colour: "red",
    });
    expect(faults.map(({ path }) => path).toSorted()).toEqual([
      "body.attributes.colour",
      "body.attributes.cpuCores",
      "body.attributes.ipAddress",
    ]);
  });

  it("may stay as they were when the class does not know them any more", () => {
    expect(attributeFaults(chainOf("server"), { colour: "red" }, { colour: "red" })).toEqual([]);
    expect(attributeFaults(chainOf("server"), { colour: "blue" }, { colour: "red" })).toHaveLength(1);
  });

  it("are described as JSON Schema that allows nothing else", () => {
    expect(attributeSchema(chainOf("server"))).toMatchObject({
      type: "object",
      additionalProperties: false,
      properties: { cpuCores: { type: "integer", minimum: 1 }, serialNumber: { type: "string" } },
    });
  });
});

describe("what makes a CI this one", () => {
  it("are the values of each set of identifiers that is complete, whatever their case", () => {
    const ids = identitiesOf(chainOf("server"), "x", {
      manufacturer: "ACME ",
      serialNumber: "s1",
      macAddress: "aa",
    });
    expect(ids).toEqual([
      'hardware:manufacturer+serialNumber=["acme","s1"]',
      'connectable:macAddress=["aa"]',
    ]);
    expect(identitiesOf(chainOf("server"), "x", { serialNumber: "s1" })).toEqual([]);
  });

  it("of a service is its name", () => {
    expect(registered({ classId: "business_service", name: "E-Mail" }).identities).toEqual([
      'service:name=["e-mail"]',
    ]);
  });

  it("stays short, and different for values that begin alike", () => {
    const of = (arn: string) => identitiesOf(chainOf("cloud_instance"), "x", { arn })[0] ?? "";
    const long = "arn:aws:ec2:eu-west-1:123456789012:instance/".padEnd(900, "i");
    expect(of(`${long}a`)).not.toBe(of(`${long}b`));
    expect(of(long).length).toBeLessThan(100);
  });

  it("is no more than was said between values", () => {
    const pair = (manufacturer: string, serialNumber: string) =>
      identitiesOf(chainOf("server"), "x", { manufacturer, serialNumber })[0];
    expect(pair('a","b', "c")).not.toBe(pair("a", 'b","c'));
  });
});

describe("a CI", () => {
  it("is not registered in an abstract class", () => {
    expect(
      refusal(() => registerCi("CI0000001", newCi({ classId: "hardware" }), chainOf("hardware"))).code,
    ).toBe("rule_violation");
  });

  it("keeps what edits do not name; null removes an attribute", () => {
    const before = registered({ attributes: { hostname: "web", cpuCores: 4 } });
    const edited = applied(
      before,
      editCi(before, { attributes: { cpuCores: 8, hostname: null } }, chainOf("server")),
    );
    expect(edited.attributes).toEqual({ cpuCores: 8 });
    expect(editCi(edited, { attributes: { cpuCores: 8 } }, chainOf("server"))).toEqual([]);
  });

  it("has other identities after an edit that changes them", () => {
    const before = registered({ attributes: { manufacturer: "Acme", serialNumber: "1" } });
    const decision = editCi(before, { attributes: { serialNumber: "2" } }, chainOf("server"));
    expect(applied(before, decision).identities).toEqual(['hardware:manufacturer+serialNumber=["acme","2"]']);
  });

  it("takes at most 32 kB of attributes, also edit by edit", () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`a${i}`, "x".repeat(490)]));
    const ci = { ...registered(), attributes: many };
    const edits = { attributes: { tags: Array.from({ length: 10 }, () => "y".repeat(400)) } };
    expect(refusal(() => editCi(ci, edits, chainOf("cloud_instance"))).violations[0]?.message).toMatch(
      /32 kB/,
    );
  });

  it("that others depend on is retired with a second event that warns", () => {
    const decision = retireCi(registered(), { count: 2, ids: ["CI0000007", "CI0000008"] }, now);
    expect(decision.map(({ event }) => event.type)).toEqual(["CiRetired", "CiRetiredWhileUsed"]);
    expect(decision[1]?.data).toMatchObject({ dependents: 2, ci: { state: "retired" } });
    expect(retireCi(registered(), { count: 0, ids: [] }, now)).toHaveLength(1);
  });

  it("is not edited or reclassified once it is retired, and can be reinstated", () => {
    const retired = applied(registered(), retireCi(registered(), { count: 0, ids: [] }, now));
    expect(refusal(() => editCi(retired, { name: "x" }, chainOf("server"))).code).toBe("illegal_transition");
    expect(refusal(() => reclassifyCi(retired, chainOf("switch"))).code).toBe("illegal_transition");
    expect(applied(retired, reinstateCi(retired))).toMatchObject({ state: "live", retiredAt: undefined });
  });

  it("of another class keeps what that class knows, and its history says what went", () => {
    const before = registered({ attributes: { hostname: "core", cpuCores: 4 } });
    const [occurrence] = reclassifyCi(before, chainOf("switch"));
    expect(occurrence?.changes).toMatchObject({
      classId: "switch",
      classPath: ["ci", "hardware", "connectable", "data_center_device", "network_device", "switch"],
      attributes: { hostname: "core" },
    });
    expect(occurrence?.data).toMatchObject({ fromClassId: "server", dropped: ["cpuCores"] });
    expect(reclassifyCi(before, chainOf("server"))).toEqual([]);
  });

  it("that is restricted tells others neither its name nor its facts", () => {
    const told = snapshotOf(
      registered({ restricted: true, ownerId: "cora", location: "Vault", name: "Safe" }),
    );
    expect(JSON.stringify(told)).not.toMatch(/Safe|Vault|cora/);
    expect(told).toMatchObject({ name: "CI0000001", restricted: true });
  });

  it("has groups whose need is a number or a share", () => {
    const parse = (needed: object) =>
      CiFields.safeParse({ name: "x", redundancy: [{ group: "g", needed }] }).success;
    expect([
      parse({ atLeast: 2 }),
      parse({ percent: 50 }),
      parse({ percent: 101 }),
      parse({ atLeast: 0 }),
    ]).toEqual([true, true, false, false]);
  });
});
