import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { AgreementFields } from "./agreement-fields.tsx";
import { agreementOf, emptyAgreement, type TypedAgreement, typedAgreement } from "./agreement-form.ts";
import { KeptPage } from "./kept-page.tsx";
import { levelTexts as texts } from "./texts.ts";
import { useKept } from "./use-kept.ts";

type Agreement = Schemas["Agreement"];

export const NewAgreement = () => {
  const draft = useDraft<TypedAgreement>("agreement.new", emptyAgreement());
  const { run, isRunning, problem } = useCommand("POST /agreements", {
    done: texts.saved,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/agreements/${id}`);
    },
  });
  return (
    <KeptPage
      title={texts.newAgreement}
      lead={texts.changesLead}
      read={() => agreementOf(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/agreements"
      isRunning={isRunning}
      problem={problem}
    >
      <AgreementFields typed={draft.value} onChange={draft.set} problem={problem} />
    </KeptPage>
  );
};

type Props = { readonly agreement: Agreement; readonly refresh: () => Promise<void> };

const Shown = ({ agreement, refresh }: Props) => {
  const { form, page } = useKept({
    record: agreement,
    typed: typedAgreement(agreement),
    save: "PUT /agreements/{agreementId}",
    params: { agreementId: agreement.id },
    refresh,
  });
  return (
    <KeptPage
      title={agreement.name}
      lead={texts.changesLead}
      read={() => agreementOf(form.value)}
      back="/agreements"
      {...page}
      more={
        <RecordActions
          record={agreement}
          actions={[
            { action: "retire", text: texts.actions.retire, route: "POST /agreements/{agreementId}/retire" },
            {
              action: "restore",
              text: texts.actions.restore,
              route: "POST /agreements/{agreementId}/restore",
            },
          ]}
          onDone={() => void refresh()}
          onConflict={refresh}
        />
      }
    >
      <AgreementFields typed={form.value} onChange={form.set} problem={form.problem} />
    </KeptPage>
  );
};

/** One agreement: whom it is for, what it promises, when time counts. */
export const AgreementPage = ({ agreementId }: { readonly agreementId: string }) => {
  const read = useRead("GET /agreements/{agreementId}", { params: { agreementId } });
  if (read.value !== undefined)
    return <Shown key={read.value.id} agreement={read.value} refresh={read.refresh} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
