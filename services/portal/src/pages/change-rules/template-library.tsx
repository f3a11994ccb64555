import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { plainWords } from "../../api/plain-words.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { goTo } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { ruleTexts as texts } from "./texts.ts";

/** Standard changes that the product proposes: one that is taken is a draft, reviewed like any other. */
export const TemplateLibrary = () => {
  const library = useRead("GET /change-template-library", {}, { everyMs: 0 });
  const { run, isRunning } = useCommand("POST /change-template-library", {
    done: ({ name }) => texts.taken(name),
    onDone: ({ id }) => goTo(`/change-templates/${id}`),
    onRefused: (problem) => notify("error", plainWords(problem)),
  });
  const items = library.value?.items ?? [];
  return (
    <ButtonDropdown
      loading={isRunning}
      disabled={items.length === 0}
      items={items.map(({ key, template }) => ({ id: key, text: template.name }))}
      onItemClick={({ detail }) => {
        const found = items.find(({ key }) => key === detail.id);
        if (found !== undefined) void run({ body: { key: found.key } });
      }}
    >
      {texts.library}
    </ButtonDropdown>
  );
};
