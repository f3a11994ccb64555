import SpaceBetween from "@cloudscape-design/components/space-between";
import { violationOf } from "../../api/plain-words.ts";
import type { ApiProblem } from "../../api/problem.ts";
import { CisField } from "../../parts/form/cis-field.tsx";
import { TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import type { About } from "./about.ts";
import { reportTexts as texts } from "./texts.ts";

type Props = {
  readonly about: About;
  readonly onChange: (about: About) => void;
  readonly problem: ApiProblem | undefined;
  /** Agents say more: they know the words and the items. */
  readonly isAgent: boolean;
};

/** What is affected, for whoever knows it: it finds better help, and the right people. */
export const AboutFields = ({ about, onChange, problem, isAgent }: Props) => (
  <SpaceBetween size="m">
    <RecordField
      label={texts.service}
      hint={texts.serviceHint}
      of="service"
      error={violationOf(problem, "serviceId")}
      value={about.serviceId ?? ""}
      onChange={(serviceId) => onChange({ ...about, serviceId })}
    />
    {isAgent && (
      <>
        <TextField
          label={texts.category}
          name="category"
          problem={problem}
          value={about.category ?? ""}
          onChange={(category) => onChange({ ...about, category })}
        />
        <CisField
          label={texts.items}
          name="ciIds"
          problem={problem}
          value={about.ciIds ?? []}
          onChange={(ciIds) => onChange({ ...about, ciIds })}
        />
      </>
    )}
  </SpaceBetween>
);
