import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import { ChosenFiles } from "../../parts/files/chosen-files.tsx";
import type { ChosenFile } from "../../parts/files/file-words.ts";
import { beginUploads } from "../../parts/files/uploads.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { readKept } from "../../parts/kept.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { follow, goTo } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { type About, aboutIn, saidAbout } from "./about.ts";
import { AboutFields } from "./about-fields.tsx";
import { blankReport, type Report, reportDraft } from "./report-draft.ts";
import { Suggestions } from "./suggestions.tsx";
import { TemplateField } from "./template-field.tsx";
import { reportTexts as texts } from "./texts.ts";

const bodyOf = (
  { title, description, urgency, impact, callerId, templateId = "" }: Report,
  isAgent: boolean,
) => ({
  ...(templateId === "" ? {} : { templateId }),
  title: title.trim(),
  urgency: Number(urgency) as 1 | 2 | 3,
  impact: Number(impact) as 1 | 2 | 3,
  ...(description.trim() === "" ? {} : { description: description.trim() }),
  ...(isAgent && callerId.trim() !== "" ? { callerId: callerId.trim(), channel: "phone" as const } : {}),
});

type FormProps = {
  readonly report: Report;
  readonly set: (report: Report) => void;
  readonly command: ReturnType<typeof useCommand<"POST /incidents">>;
  readonly isAgent: boolean;
  readonly isMissing: boolean;
};

const Form = ({ report, set, command: { problem }, isAgent, isMissing }: FormProps) => {
  const field = (name: keyof Report) => ({
    name,
    problem,
    value: report[name] ?? "",
    onChange: (value: string) => set({ ...report, [name]: value }),
  });
  return (
    <SpaceBetween size="m">
      <TemplateField report={report} onChange={set} />
      <TextField
        {...field("title")}
        label={texts.what}
        hint={texts.whatHint}
        isRequired
        autoFocus
        error={isMissing ? partTexts.required : undefined}
      />
      <TextAreaField {...field("description")} label={texts.more} hint={texts.moreHint} rows={6} />
      <ChoiceField {...field("urgency")} label={texts.urgency} choices={choicesOf(texts.urgencies)} />
      <ChoiceField
        {...field("impact")}
        label={texts.impact}
        choices={choicesOf(texts.impacts).toReversed()}
      />
      {isAgent && <PersonField {...field("callerId")} label={texts.who} hint={texts.whoHint} />}
    </SpaceBetween>
  );
};

/** Another report that was begun and not sent: it is kept, and does not stand in the way of this one. */
const BegunBefore = () => {
  const begun = readKept<Report>("draft", reportDraft(""))?.title ?? "";
  if (begun === "") return null;
  return (
    <Box>
      {texts.begun(begun)}{" "}
      <Link href="/report" onFollow={follow}>
        {texts.goOn}
      </Link>
    </Box>
  );
};

/** Reporting a problem: a title is enough, and help shows up while it is written. */
export const ReportPage = () => {
  const isAgent = hasRole(useMe(), "agent");
  const search = useSearch();
  const title = new URLSearchParams(search).get("title") ?? "";
  const draft = useDraft<Report>(reportDraft(title), blankReport(title));
  const about = useDraft<About>(`${reportDraft(title)}.about`, aboutIn(search));
  const [isMissing, setMissing] = useState(false);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const command = useCommand("POST /incidents", { done: ({ id }) => texts.sent(id) });
  const clear = (): void => {
    draft.clear();
    about.clear();
  };
  const send = async (): Promise<void> => {
    setMissing(draft.value.title.trim() === "");
    if (draft.value.title.trim() === "") return;
    const said = saidAbout(about.value);
    const made = await command.run({ body: { ...bodyOf(draft.value, isAgent), ...said } });
    if (made === undefined) return;
    clear();
    beginUploads({ path: "/incidents/{incidentId}", id: made.id }, files);
    goTo(`/incidents/${made.id}`);
  };
  const giveUp = (): void => {
    clear();
    notify("info", texts.glad);
    goTo("/");
  };
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
        <Container>
          <SpaceBetween size="m">
            {title !== "" && <BegunBefore />}
            <ProblemAlert problem={command.problem} />
            <Form
              report={draft.value}
              set={draft.set}
              command={command}
              isAgent={isAgent}
              isMissing={isMissing}
            />
            <AboutFields
              about={about.value}
              onChange={about.set}
              problem={command.problem}
              isAgent={isAgent}
            />
            <ChosenFiles chosen={files} onChange={setFiles} />
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="primary" loading={command.isRunning} onClick={() => void send()}>
                {texts.send}
              </Button>
              {(draft.isKept || about.isKept) && (
                <Button variant="link" onClick={clear}>
                  {texts.startOver}
                </Button>
              )}
            </SpaceBetween>
          </SpaceBetween>
        </Container>
        <Suggestions
          title={draft.value.title}
          description={draft.value.description}
          about={about.value}
          onSolved={giveUp}
        />
      </Grid>
    </SpaceBetween>
  );
};
