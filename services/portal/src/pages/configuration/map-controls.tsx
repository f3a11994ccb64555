import { ChoiceField, DayField } from "../../parts/form/form-fields.tsx";
import { AddFailing } from "./add-failing.tsx";
import type { Failing } from "./map-model.ts";
import { mapTexts as texts } from "./map-texts.ts";
import type { MapView } from "./use-map.ts";

type Props = {
  readonly view: MapView;
  readonly onView: (view: MapView) => void;
  readonly onAdd: (failing: Failing) => void;
};

const ways = Object.entries(texts.ways).map(([value, text]) => ({ value, text }));
const depths = Object.entries(texts.depths).map(([value, text]) => ({ value, text }));

/** Which part of the graph is looked at, when, and what else fails. */
export const MapControls = ({ view, onView, onAdd }: Props) => (
  <div className="map-controls">
    <ChoiceField
      label={texts.way}
      value={view.way}
      choices={ways}
      onChange={(way) => onView({ ...view, way: way as MapView["way"] })}
    />
    <ChoiceField
      label={texts.depth}
      value={String(view.depth)}
      choices={depths}
      onChange={(depth) => onView({ ...view, depth: Number(depth) })}
    />
    <DayField
      label={texts.day}
      hint={texts.dayHint}
      value={view.day}
      onChange={(day) => onView({ ...view, day })}
    />
    <AddFailing onAdd={onAdd} />
  </div>
);
