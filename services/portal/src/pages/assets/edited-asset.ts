import type { BodyOf } from "../../api/request.ts";
import type { Asset } from "./asset-actions.ts";

const names = [
  "name",
  "tag",
  "serial",
  "ownerTeamId",
  "costCenterId",
  "vendorId",
  "orderNumber",
  "purchasedOn",
  "purchase",
  "depreciatesFrom",
  "warrantyEndsOn",
  "note",
] as const;

type Fields = Readonly<Record<string, unknown>>;
export type AssetFacts = Omit<BodyOf<"POST /assets">, "modelId">;

/** The facts of an asset as its form begins: what it has not is null, as an edit takes it away. */
export const editedAsset = (asset: Asset): Fields =>
  Object.fromEntries(names.map((name) => [name, asset[name] ?? null]));

/** An edit as the form shows it. */
export const shownFacts = (edit: Fields): AssetFacts =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== null)) as AssetFacts;

/** What is typed as an edit: what is empty now is taken away. */
export const typedFacts = (facts: AssetFacts): Fields =>
  Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
