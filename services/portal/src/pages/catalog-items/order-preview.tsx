import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMemo, useState } from "react";
import type { Answers } from "../../../../../shared/forms/form.ts";
import { useRead } from "../../api/use-read.ts";
import { AnswerFields } from "../../parts/form/answer-fields.tsx";
import { TextField } from "../../parts/form/form-fields.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { useSettled } from "../../parts/use-settled.ts";
import { useMe } from "../../session/me.ts";
import { OrderSummary } from "../catalog/order-summary.tsx";
import { catalogTexts } from "../catalog/texts.ts";
import { useDesigning } from "./designing.ts";
import { itemBody } from "./item-body.ts";
import { tried } from "./preview.ts";
import { previewTexts as texts } from "./preview-texts.ts";

const usePreview = (isWhole: boolean) => {
  const me = useMe();
  const { item } = useDesigning();
  const [given, setGiven] = useState<Answers>({});
  const [requestedFor, setRequestedFor] = useState("");
  const [isTried, setTried] = useState(false);
  const trial = useMemo(() => tried(item, given, me, requestedFor), [item, given, me, requestedFor]);
  const asked = useSettled(JSON.stringify(trial.asked), 600);
  const read = useRead("POST /catalog-item-previews", isWhole ? { body: JSON.parse(asked) } : undefined, {
    everyMs: 0,
  });
  const faults = Object.fromEntries(trial.faults.map(({ path, message }) => [path, message]));
  return {
    ...trial,
    me,
    checked: isWhole ? read.value : undefined,
    hasProblem: read.problem !== undefined,
    faults: isTried ? faults : {},
    isFine: isTried && trial.faults.length === 0 && read.value?.isValid === true,
    change: setGiven,
    check: () => setTried(true),
    startOver: () => {
      setGiven({});
      setTried(false);
    },
    requestedFor,
    setRequestedFor,
  };
};

type Preview = ReturnType<typeof usePreview>;

/** What the server has against it that is said at no field of the form: such as that it is not for this person. */
const Refused = ({ checked }: Pick<Preview, "checked">) => {
  const said = (checked?.violations ?? []).filter(({ path }) => !path.startsWith("body.answers."));
  return said.map(({ path, message }) => (
    <StatusIndicator key={`${path} ${message}`} type="warning">
      {message}
    </StatusIndicator>
  ));
};

const Tried = ({ preview }: { readonly preview: Preview }) => {
  const { item } = useDesigning();
  const { form, answers, faults, change } = preview;
  return (
    <SpaceBetween size="m">
      {item.description.trim() !== "" && <Markdown text={item.description} />}
      {form.sections.length === 0 && <Box color="text-body-secondary">{texts.nothingAsked}</Box>}
      <AnswerFields
        form={form}
        answers={answers}
        faults={faults}
        currency={item.price === "" ? undefined : item.currency}
        onChange={change}
      />
      <TextField
        label={texts.forWhom}
        hint={texts.forWhomHint}
        value={preview.requestedFor}
        onChange={preview.setRequestedFor}
      />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={preview.check}>{texts.check}</Button>
        <Button variant="link" onClick={preview.startOver}>
          {texts.startOver}
        </Button>
      </SpaceBetween>
      <div aria-live="polite">
        {preview.isFine && <StatusIndicator type="success">{texts.allFine}</StatusIndicator>}
        {Object.keys(faults).length > 0 && <Box color="text-status-error">{catalogTexts.answer}</Box>}
        <Refused checked={preview.checked} />
      </div>
    </SpaceBetween>
  );
};

export type OrderPreviewProps = { readonly isWhole: boolean };

/**
 * How people will order what is typed here: drawn by the component that they order with, from the definition that is
 * not saved yet. Price and approvals are the server's, for the answers that are tried.
 */
export const OrderPreview = ({ isWhole }: OrderPreviewProps) => {
  const { item } = useDesigning();
  const preview = usePreview(isWhole);
  const isReckoned = isWhole && !preview.hasProblem;
  return (
    <section aria-label={texts.preview} className="design-preview">
      <SpaceBetween size="m">
        <Container
          header={
            <Header variant="h2" description={texts.lead}>
              {texts.preview}
            </Header>
          }
        >
          <SpaceBetween size="s">
            <Box variant="h3">{item.name.trim() || texts.noName}</Box>
            <Box color="text-body-secondary">{item.summary}</Box>
            <Tried preview={preview} />
          </SpaceBetween>
        </Container>
        <OrderSummary
          item={itemBody(item)}
          checked={preview.checked}
          note={isReckoned ? texts.note : texts.notYet}
        />
      </SpaceBetween>
    </section>
  );
};
