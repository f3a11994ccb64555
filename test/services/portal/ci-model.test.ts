import fc from "fast-check";
import { CiClassFields } from "../../../services/configuration/ci-class.ts";
import { SourceFields } from "../../../services/configuration/ci-source.ts";
import {
  type CiClass,
  classBody,
  typedClass,
} from "../../../services/portal/src/pages/ci-model/class-form.ts";
import {
  newSource,
  type Source,
  sourceBody,
  typedSource,
} from "../../../services/portal/src/pages/ci-model/source-form.ts";

const word = fc.stringMatching(/^[A-Za-z:*][A-Za-z0-9:= ]{0,10}[A-Za-z0-9]$/);
const ours = fc.stringMatching(/^[a-z][a-z-]{0,8}[a-z]$/);
const relation = fc.record(
  { type: ours, isReversed: fc.boolean(), group: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/) },
  { requiredKeys: ["type", "isReversed"] },
);

describe("a source in its form", () => {
  it("is saved as it was read when nothing is typed, whatever its words are", () => {
    fc.assert(
      fc.property(
        fc.dictionary(word, ours, { maxKeys: 4 }),
        fc.dictionary(word, relation, { maxKeys: 4 }),
        fc.dictionary(word, fc.option(ours), { maxKeys: 4 }),
        (classes, relations, attributes) => {
          const mapping = { classes, relations, attributes, defaults: { environment: "production" } };
          const kept = SourceFields.parse({ name: "A list", format: "csv", mapping });
          expect(SourceFields.parse(sourceBody(typedSource(kept as unknown as Source)))).toEqual(kept);
        },
      ),
    );
  });

  it("leaves an attribute out with a dash, and says which line it cannot read", () => {
    const typed = { ...newSource(), name: "A list", attributes: "colour = -\nserial = serialNumber" };
    expect(sourceBody(typed).mapping.attributes).toEqual({ colour: null, serial: "serialNumber" });
    expect(() => sourceBody({ ...typed, classes: "Host server" })).toThrow("Host server");
    expect(() => sourceBody({ ...typed, relations: "hosts = runs-on sideways" })).toThrow("sideways");
  });
});

describe("a class in its form", () => {
  const kept = {
    id: "kiosk",
    name: "Kiosk",
    parentId: "pc",
    abstract: false,
    attributes: [{ name: "mount", kind: "choice", presence: "optional", choices: ["wall", "desk"] }],
    identifiers: [["manufacturer", "serialNumber"], ["assetTag"]],
  } as unknown as CiClass;

  it("is saved as it was read when nothing is typed", () => {
    const { id: _id, ...fields } = kept;
    expect(CiClassFields.parse(classBody(typedClass(kept)))).toEqual(fields);
  });

  it("sends choices only with the kind that has them", () => {
    const typed = typedClass(kept);
    const attributes = (typed.attributes ?? []).map((each) => ({ ...each, kind: "text" as const }));
    expect(classBody({ ...typed, attributes }).attributes).toEqual([
      { name: "mount", kind: "text", presence: "optional" },
    ]);
  });
});
