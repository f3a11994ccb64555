import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ApiProblem } from "../../api/problem.ts";
import { useRead } from "../../api/use-read.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { CisField, ServiceField, TeamsField } from "../../parts/form/found-fields.tsx";
import { ListField } from "../../parts/form/list-field.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { Content } from "./article-content.ts";
import { AttachmentsPart } from "./attachments-part.tsx";
import { articleTexts as texts } from "./texts.ts";

type Props = {
  readonly content: Content;
  readonly onChange: (content: Content) => void;
  readonly problem: ApiProblem | undefined;
};

const names = texts.fields;

const fieldsOf = ({ content, onChange, problem }: Props) => {
  const set = (name: keyof Content, value: unknown): void =>
    onChange({ ...content, [name]: value } as Content);
  return {
    text: (name: keyof Content, label: string) => ({
      name,
      label,
      problem,
      value: String(content[name] ?? ""),
      onChange: (value: string) => set(name, value),
    }),
    list: (name: keyof Content, label: string) => ({
      name,
      label,
      problem,
      onChange: (values: readonly string[]) => set(name, values),
    }),
    valuesOf: (name: keyof Content) => [content[name] ?? []].flat().map(String),
  };
};

const Facts = (props: Props) => {
  const { text, list, valuesOf } = fieldsOf(props);
  return (
    <Container header={<Header variant="h2">{texts.facts}</Header>}>
      <ColumnLayout columns={2}>
        <ChoiceField {...text("kind", names.kind)} choices={choicesOf(texts.kinds)} />
        <ChoiceField {...text("audience", names.audience)} choices={choicesOf(texts.audiences)} />
        {props.content.audience === "teams" && (
          <TeamsField {...list("teamIds", names.teams)} value={valuesOf("teamIds")} />
        )}
        <TextField {...text("category", names.category)} />
        <TextField {...text("language", names.language)} />
        <ServiceField {...text("serviceId", names.service)} />
        <CisField {...list("ciIds", names.items)} value={valuesOf("ciIds")} />
        <ListField {...list("keywords", names.keywords)} of="words" values={valuesOf("keywords")} />
      </ColumnLayout>
    </Container>
  );
};

/** Offers the headings that an article of its kind has, while nothing is written. */
const Template = ({ content, onChange }: Pick<Props, "content" | "onChange">) => {
  const { value } = useRead("GET /article-templates", {}, { everyMs: 0 });
  const template = value?.items.find(({ kind }) => kind === content.kind);
  if (template === undefined || content.body.trim() !== "") return null;
  return <Button onClick={() => onChange({ ...content, body: template.body })}>{texts.template}</Button>;
};

/** The text on the left, and on the right how readers will see it. */
export const ArticleForm = (props: Props) => {
  const { content, onChange } = props;
  const { text } = fieldsOf(props);
  return (
    <SpaceBetween size="m">
      <TextField {...text("title", names.title)} isRequired />
      <TextField {...text("summary", names.summary)} />
      <ColumnLayout columns={2}>
        <SpaceBetween size="s">
          <TextAreaField {...text("body", names.body)} rows={22} isRequired />
          <Template content={content} onChange={onChange} />
        </SpaceBetween>
        <SpaceBetween size="s">
          <Box variant="awsui-key-label">{texts.preview}</Box>
          <Container>
            <Markdown text={content.body} />
          </Container>
        </SpaceBetween>
      </ColumnLayout>
      <Facts {...props} />
      <AttachmentsPart
        rows={{
          value: content.attachments ?? [],
          set: (attachments) => onChange({ ...content, attachments }),
          problem: props.problem,
          path: "attachments.",
        }}
      />
    </SpaceBetween>
  );
};
