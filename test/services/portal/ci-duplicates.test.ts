import {
  comparedOf,
  isAlike,
  isToDecide,
  takenOf,
} from "../../../services/portal/src/pages/ci-duplicates/comparing.ts";

const one = { id: "CI1", name: "db-1", location: "Oslo", attributes: { cores: 8, model: "R2" } };
const other = { id: "CI2", name: "db-1", location: "Bergen", attributes: { cores: 16, serialNumber: "S" } };
const compared = comparedOf([one, other] as never);

const named = (rows: typeof compared) => rows.map(({ name }) => name).toSorted();

describe("two items that may be one", () => {
  it("asks about what both say differently, and about nothing else", () => {
    expect(named(compared.filter(isToDecide))).toEqual(["cores", "location"]);
    expect(named(compared.filter(isAlike))).toEqual(["name"]);
    expect(named(compared)).toEqual(["cores", "location", "model", "name", "serialNumber"]);
  });

  it("takes from the other only what was chosen, whichever of the two stays", () => {
    expect(takenOf(compared, {}, "CI1")).toEqual([]);
    expect(takenOf(compared, { location: "CI2", cores: "CI1" }, "CI1")).toEqual(["location"]);
    expect(takenOf(compared, { location: "CI2", cores: "CI1" }, "CI2")).toEqual(["cores"]);
  });
});
