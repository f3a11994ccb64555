import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { partTexts } from "../../texts/parts.ts";
import { type Find, FindBox } from "./find-box.tsx";
import { type ListFilter, showFilteredBy } from "./one-filter.ts";

/** Filters of a kind, such as states. */
export type FilterGroup = {
  readonly label: string;
  readonly options: readonly (ListFilter & { readonly text: string })[];
};

type Props = {
  /** Address of the list. */
  readonly path: string;
  readonly current: ListFilter | undefined;
  /** What the list is called by its filter, also one that was typed. */
  readonly title: string;
  /** What is shown without any filter. */
  readonly usual: string;
  readonly groups: readonly FilterGroup[];
  readonly finds: readonly Find[];
};

const idOf = ({ key, value }: ListFilter): string => `${key}=${value}`;

const filterOf = (id: string): ListFilter | undefined => {
  const [key = "", value = ""] = id.split(/=(.*)/s);
  return key === "" ? undefined : { key, value };
};

/** The API answers lists by one filter at a time: this chooses it, from a list or by typing. */
export const FilterBar = ({ path, current, title, usual, groups, finds }: Props) => {
  const none = { value: "", label: usual };
  const options = groups
    .filter((group) => group.options.length > 0)
    .map((group) => ({
      label: group.label,
      options: group.options.map((each) => ({ value: idOf(each), label: each.text })),
    }));
  const all = [none, ...options.flatMap((group) => group.options)];
  const selected = current === undefined ? none : all.find(({ value }) => value === idOf(current));
  return (
    <div className="filters">
      <FormField label={partTexts.show}>
        <Select
          selectedOption={selected ?? null}
          placeholder={title}
          options={[none, ...options]}
          filteringType={all.length > 12 ? "auto" : "none"}
          filteringAriaLabel={partTexts.search}
          filteringClearAriaLabel={partTexts.clearSearch}
          onChange={({ detail }) => showFilteredBy(path, filterOf(detail.selectedOption.value ?? ""))}
        />
      </FormField>
      <FindBox path={path} finds={finds} current={current} />
    </div>
  );
};
