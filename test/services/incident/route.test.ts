import { AssignmentRulesFields, type Rule } from "../../../services/incident/assignment-rules.ts";
import { firstMatch, leastLoaded, type Routable, unmet } from "../../../services/incident/decisions/route.ts";

const incident: Routable = {
  title: "VPN: no connection since the update",
  channel: "phone",
  priority: 2,
  callerId: "eve",
  ciIds: ["gateway-1", "gateway-2"],
  restricted: false,
  category: "network",
  subcategory: "vpn",
  serviceId: "vpn",
  location: "Oslo",
};
const ruleOf = (where: Partial<Rule["where"]>, more: Partial<Rule> = {}): Rule => ({
  name: "Network",
  teamId: "network",
  assign: "none",
  ...more,
  where: { restricted: false, ...where },
});
const working = { active: true, members: [] };
const teams = new Map([
  ["network", working],
  ["desk", working],
  ["gone", { active: false, members: [] }],
]);

test.each<[string, Partial<Rule["where"]>, Partial<Rule["where"]>]>([
  ["category", { category: ["network", "power"] }, { category: ["Network"] }],
  ["subcategory", { subcategory: ["vpn"] }, { subcategory: ["wifi"] }],
  ["serviceId", { serviceId: ["vpn"] }, { serviceId: ["erp"] }],
  ["ciId", { ciId: ["gateway-2"] }, { ciId: ["gateway"] }],
  ["location", { location: ["Oslo"] }, { location: ["Bergen"] }],
  ["channel", { channel: ["phone"] }, { channel: ["email"] }],
  ["priority", { priority: [1, 2] }, { priority: [3] }],
  ["callerId", { callerId: ["eve"] }, { callerId: ["emil"] }],
  ["words", { words: ["vpn", "wifi"] }, { words: ["connect"] }],
  ["restricted", { restricted: false }, { restricted: true }],
])("a rule on %s matches one of its values and no other", (name, met, other) => {
  expect(unmet(ruleOf(met), incident)).toBeUndefined();
  expect(unmet(ruleOf(other), incident)).toBe(name);
});

test.each([
  ["several words stand next to each other", "no connection", undefined],
  ["signs between words do not count", "vpn no", undefined],
  ["words further apart do not match", "vpn connection", "words"],
  ["a part of a word does not match", "up", "words"],
  ["signs alone match nothing", "...", "words"],
])("in a title, %s", (_, words, expected) => {
  expect(unmet(ruleOf({ words: [words] }), incident)).toBe(expected);
});

test("all conditions of a rule must hold; an incident without the field does not meet them", () => {
  expect(unmet(ruleOf({ category: ["network"], priority: [3] }), incident)).toBe("priority");
  expect(unmet(ruleOf({ category: ["network"] }), { ...incident, category: undefined })).toBe("category");
});

test("restricted incidents match only the rules that say so", () => {
  const restricted = { ...incident, restricted: true };
  const [{ where } = { where: undefined }] = AssignmentRulesFields.parse({
    rules: [{ name: "All", teamId: "desk" }],
  }).rules;
  expect(unmet(ruleOf(where ?? {}), restricted)).toBe("restricted");
  expect(unmet(ruleOf({ restricted: true }), restricted)).toBeUndefined();
});

test("the first rule that matches decides, and each before it says why not", () => {
  const rules = [
    ruleOf({ category: ["power"] }, { name: "Power" }),
    ruleOf({}, { name: "Old team", teamId: "gone" }),
    ruleOf({}, { name: "No team", teamId: "nowhere" }),
    ruleOf({ priority: [2] }, { name: "Urgent" }),
    ruleOf({}, { name: "All", teamId: "desk" }),
  ];
  const { rule, passed } = firstMatch(rules, incident, teams);
  expect(rule?.name).toBe("Urgent");
  expect(passed).toEqual([
    { rule: "Power", because: "category" },
    { rule: "Old team", because: "team" },
    { rule: "No team", because: "team" },
  ]);
});

test("no rule matches where none says so", () => {
  expect(firstMatch([], incident, teams)).toEqual({ rule: undefined, passed: [] });
});

test.each([
  [
    "who has least open",
    [
      ["ann", 3],
      ["abe", 1],
      ["bo", 2],
    ],
    "abe",
  ],
  [
    "of several the first by id, in whatever order they come",
    [
      ["bo", 1],
      ["abe", 1],
      ["ann", 4],
    ],
    "abe",
  ],
  ["nobody where nobody is there", [], undefined],
] as const)("work goes to %s", (_, loads, expected) => {
  expect(leastLoaded(loads.map(([personId, open]) => ({ personId, open })))).toBe(expected);
});
