import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { ModelField } from "../asset-records/model-field.tsx";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { type Purchase, PurchaseFields } from "./purchase-fields.tsx";
import { receiveTexts as texts } from "./receive-texts.ts";

type Order = BodyOf<"POST /assets">;

/** Keeps an asset that is on its way. */
export const OrderPage = () => {
  const draft = useDraft<Order>("assets.order", { modelId: "" });
  const { run, isRunning, problem } = useCommand("POST /assets", {
    done: ({ id }) => texts.ordered(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/assets/${id}`);
    },
  });
  const form: Bound<Order> = { value: draft.value, set: draft.set, problem };
  return (
    <KeptPage
      title={texts.order}
      lead={texts.orderLead}
      read={() => withoutEmpty(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/assets"
      isRunning={isRunning}
      problem={problem}
    >
      <FormPart title={texts.what}>
        <SpaceBetween size="m">
          <ModelField {...textOf(form, "modelId", texts.model)} kinds={["hardware"]} isRequired />
          <TextField {...textOf(form, "name", texts.name, texts.nameHint)} />
          <ColumnLayout columns={2}>
            <TextField {...textOf(form, "tag", texts.tag)} />
            <TextField {...textOf(form, "serial", texts.serial)} />
          </ColumnLayout>
        </SpaceBetween>
      </FormPart>
      <FormPart title={texts.bought}>
        <PurchaseFields form={form as unknown as Bound<Purchase>} isOne />
      </FormPart>
    </KeptPage>
  );
};
