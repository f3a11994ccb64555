import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDesigning } from "./designing.ts";
import { formTexts } from "./form-texts.ts";
import { newStep } from "./new-rows.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { Rows } from "./rows.tsx";
import { StepEditor } from "./step-editor.tsx";
import type { TypedItem } from "./typed-item.ts";

/** What is done once an order is approved, by people, other services and automation. */
export const FulfilmentPart = ({ onChange }: { readonly onChange: (item: TypedItem) => void }) => {
  const { item } = useDesigning();
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{texts.fulfilmentLead}</Box>
      <Rows
        rows={item.fulfilment}
        onChange={(fulfilment) => onChange({ ...item, fulfilment })}
        nameOf={({ title }, at) => title || texts.step(at + 1)}
        leadOf={({ kind }) => texts.stepKinds[kind] ?? kind}
        copy={(step) => ({ ...step, key: "", title: formTexts.copyOf(step.title) })}
        add={{ text: texts.addStep, make: newStep }}
        most={15}
      >
        {(step, _, change) => <StepEditor step={step} onChange={change} />}
      </Rows>
    </SpaceBetween>
  );
};
