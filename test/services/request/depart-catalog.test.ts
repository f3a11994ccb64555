import { type CatalogItem, ItemFields } from "../../../services/request/catalog-item.ts";
import {
  draftItem,
  publishItem,
  redraftItem,
  retireItem,
  rewriteItem,
} from "../../../services/request/decisions/catalog.ts";
import { isNamedInItem, leaveItem } from "../../../services/request/decisions/depart-catalog.ts";
import { catalogEdges, target } from "../../../services/request/edges.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { fieldsOf, now } from "./given.ts";

const by = (...ids: string[]) => [
  { name: "Owner", approvers: ids.map((id) => ({ kind: "person", id })), rule: { kind: "any" } },
];
const fields = (more: object) => fieldsOf({ ownerId: "nora", approvals: by("nora"), ...more });
const applied = (item: CatalogItem, decision: Decision<CatalogItem>): CatalogItem =>
  Object.assign({}, item, ...decision.map(({ changes }) => changes));
const drafted = (given: ItemFields) =>
  applied({ id: "CIT0000001" } as CatalogItem, draftItem("CIT0000001", given, "ada"));
const offered = (given: ItemFields) => {
  const draft = drafted(given);
  return applied(draft, publishItem(draft, "ada", now));
};
const later = "2026-04-01T00:00:00.000Z";
const to = { personId: "nora", handOverTo: "abe" };
const found = (item: CatalogItem, personId: string) =>
  catalogEdges(item).some((edge) => edge.target === target.namedInCatalog(personId));

describe("a catalog item that names somebody who is gone", () => {
  it("is offered in another edition that asks who takes over, and is found by them", () => {
    const given = fields({});
    const item = offered(given);
    const decision = leaveItem(item, given, to, "admin", later);
    const next = applied(item, decision);
    expect(decision.map(({ event }) => event.type)).toEqual(["CatalogItemPublished"]);
    expect(next).toMatchObject({ state: "published", edition: 2, ownerId: "abe" });
    expect(next.offer).toMatchObject({ edition: 2, ownerId: "abe", publishedBy: "ada", publishedAt: later });
    const beside = decision[0]?.beside?.[0];
    expect(beside).toMatchObject({ name: "edition-2", value: { ownerId: "abe", approvals: by("abe") } });
    expect([found(item, "nora"), found(next, "nora"), found(next, "abe")]).toEqual([true, false, true]);
    expect([isNamedInItem(item, "nora"), isNamedInItem(next, "nora")]).toEqual([true, false]);
  });

  it("keeps apart what is offered and what is being written", () => {
    const given = fields({});
    const item = offered(given);
    const redrafted = applied(item, redraftItem(item, "ada"));
    const written = fields({ name: "Another name", approvals: by("eve") });
    const draft = applied(redrafted, rewriteItem(redrafted, written, "ada"));
    expect([found(draft, "nora"), found(draft, "eve")]).toEqual([true, true]);
    const decision = leaveItem(draft, given, to, "admin", later);
    const next = applied(draft, decision);
    expect(next).toMatchObject({ state: "draft", name: "Another name", approvals: by("eve"), edition: 2 });
    expect(next.offer?.name).toBe(given.name);
    expect(decision[0]?.beside?.[0]?.value).toMatchObject({ name: given.name, approvals: by("abe") });
  });

  it("that is a draft only, or names them in the draft only, has no other edition", () => {
    const draft = drafted(fields({}));
    const decision = leaveItem(draft, undefined, to, "admin", later);
    expect(decision.map(({ event }) => event.type)).toEqual(["CatalogItemDrafted"]);
    expect(applied(draft, decision)).toMatchObject({ edition: 0, approvals: by("abe") });
  });

  it("asks the last resort where nobody takes over, and is its team's; one without a team waits for an owner", () => {
    const gone = { personId: "nora" };
    const ofTeam = fields({ teamId: "desk" });
    const item = offered(ofTeam);
    const next = applied(item, leaveItem(item, ofTeam, gone, "admin", later));
    expect(next.approvals[0]?.approvers).toEqual([{ kind: "role", id: "admin" }]);
    expect([next.ownerId, next.offer?.ownerId, isNamedInItem(next, "nora")]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    const alone = fields({});
    const waiting = offered(alone);
    expect(isNamedInItem(applied(waiting, leaveItem(waiting, alone, gone, "admin", later)), "nora")).toBe(
      true,
    );
  });

  it("that is retired refers to nobody", () => {
    const item = offered(fields({}));
    const retired = applied(item, retireItem(item));
    expect([isNamedInItem(retired, "nora"), found(retired, "nora")]).toEqual([false, false]);
  });

  it("names so many people at most that one transaction finds the item by all of them", () => {
    const many = Array.from({ length: 21 }, (_, at) => `p${at}`);
    const approvals = [...by(...many.slice(0, 20)), ...by(...many.slice(20))];
    const base = { name: "Thing", summary: "A thing", categoryId: "CCA0000001" };
    expect(ItemFields.safeParse({ ...base, approvals }).success).toBe(false);
    expect(ItemFields.safeParse({ ...base, approvals: by(...many.slice(0, 20)) }).success).toBe(true);
  });
});
