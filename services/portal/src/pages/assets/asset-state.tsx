import { StateBadge } from "../../parts/state-badge.tsx";
import { inWords } from "../../parts/words.ts";
import { assetTexts as texts } from "./texts.ts";

type Kept = { readonly state: string; readonly substate: string };

/** In stock (pending repair): the state with its reason, if there is one. */
export const stateText = ({ state, substate }: Kept): string => {
  const text = texts.states[state] ?? inWords(state);
  return substate === "none" ? text : `${text} (${inWords(substate).toLowerCase()})`;
};

export const AssetState = ({ asset }: { readonly asset: Kept }) => (
  <StateBadge state={asset.state} text={stateText(asset)} />
);
