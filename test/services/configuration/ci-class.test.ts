import {
  attributeFaults,
  attributeSchema,
  attributesOf,
  identitiesOf,
} from "../../../services/configuration/attributes.ts";
import { CiClassFields } from "../../../services/configuration/ci-class.ts";
import { seededClasses } from "../../../services/configuration/seeds/classes.ts";
import { seededRelationTypes } from "../../../services/configuration/seeds/relation-types.ts";
import { chainOf, registered } from "./given.ts";

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
