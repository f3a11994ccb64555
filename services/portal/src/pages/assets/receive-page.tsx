import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { follow } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { ModelField } from "../asset-records/model-field.tsx";
import { labelsOf } from "./label-address.ts";
import { AssetsByIds } from "./lazy-assets-by-ids.tsx";
import { rowsIn } from "./pasted-rows.ts";
import { type Purchase, PurchaseFields } from "./purchase-fields.tsx";
import { receiveTexts as texts } from "./receive-texts.ts";
import { assetTexts } from "./texts.ts";
import { type Arrival, type RefusedLine, useReceiving } from "./use-receiving.ts";

type Typed = { readonly arrival: Arrival; readonly lines: string };

const empty: Typed = { arrival: { modelId: "" }, lines: "" };

const Refused = ({ lines }: { readonly lines: readonly RefusedLine[] }) =>
  lines.length === 0 ? null : (
    <Alert type="warning" header={texts.refused(lines.length)}>
      <Box>{texts.refusedLead}</Box>
      <ul className="changes">
        {lines.map(({ place, line, why }) => (
          <li key={place}>
            {line}: {why}
          </li>
        ))}
      </ul>
    </Alert>
  );

/** Receives what has arrived: one model, one line for each asset. */
export const ReceivePage = () => {
  const draft = useDraft<Typed>("assets.receive", empty);
  const { arrival, lines } = draft.value;
  const receiving = useReceiving((left) => draft.set({ ...draft.value, lines: left }));
  const { problem, refused, came } = receiving;
  const form: Bound<Arrival> = {
    value: arrival,
    set: (next) => draft.set({ ...draft.value, arrival: next }),
    problem,
  };
  const count = rowsIn(lines).length;
  const receive = async (): Promise<void> => {
    const done = await receiving.receive(withoutEmpty(arrival), lines);
    if (done > 0) notify("success", texts.done(done));
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.receiveLead}
        actions={
          <Button
            variant="primary"
            loading={receiving.isRunning}
            disabled={count === 0 || arrival.modelId === ""}
            onClick={() => void receive()}
          >
            {texts.receiveAll(count)}
          </Button>
        }
      >
        {texts.receive}
      </Header>
      <ProblemAlert problem={problem} />
      <Refused lines={refused} />
      <FormPart title={texts.what}>
        <SpaceBetween size="m">
          <ModelField {...textOf(form, "modelId", texts.model)} kinds={["hardware"]} isRequired />
          <RecordField
            {...textOf(form, "stockroomId", texts.stockroom, texts.stockroomHint)}
            of="stockroom"
          />
          <TextAreaField
            label={texts.lines}
            hint={texts.linesHint}
            isRequired
            rows={8}
            value={lines}
            onChange={(next) => draft.set({ ...draft.value, lines: next })}
          />
          <Box color="text-body-secondary">{texts.count(count)}</Box>
        </SpaceBetween>
      </FormPart>
      {came.length > 0 && (
        <>
          <Button href={labelsOf(came)} onFollow={follow}>
            {assetTexts.labels}
          </Button>
          <AssetsByIds title={texts.came} ids={came} />
        </>
      )}
      <FormPart title={texts.bought}>
        <PurchaseFields form={form as unknown as Bound<Purchase>} />
      </FormPart>
    </SpaceBetween>
  );
};
