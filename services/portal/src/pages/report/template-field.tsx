import { useWhole } from "../../api/use-whole.ts";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { partTexts } from "../../texts/parts.ts";
import { type Report, withTemplate } from "./report-draft.ts";
import { reportTexts as texts } from "./texts.ts";

type Props = { readonly report: Report; readonly onChange: (report: Report) => void };

/** What is reported again and again is begun from a template, where there are any for the person. */
export const TemplateField = ({ report, onChange }: Props) => {
  const { items } = useWhole("GET /incident-templates", { query: { state: "active", limit: 100 } });
  if (items.length === 0) return null;
  const none = { value: "", text: partTexts.none };
  const choose = (id: string): void => {
    const template = items.find((each) => each.id === id);
    onChange(template === undefined ? { ...report, templateId: "" } : withTemplate(report, template));
  };
  return (
    <ChoiceField
      label={texts.template}
      hint={texts.templateHint}
      value={report.templateId ?? ""}
      onChange={choose}
      choices={[
        none,
        ...items.map(({ id, name, help }) => ({
          value: id,
          text: name,
          ...(help === undefined ? {} : { description: help }),
        })),
      ]}
    />
  );
};
