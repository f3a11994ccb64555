import Icon, { type IconProps } from "@cloudscape-design/components/icon";

type Option = { readonly id: string; readonly text: string; readonly iconName?: IconProps.Name };

type Props = {
  readonly label: string;
  readonly selectedId: string | null;
  readonly options: readonly Option[];
  readonly onChange: (event: { readonly detail: { readonly selectedId: string } }) => void;
};

/**
 * One of a few ways to look at something. Cloudscape's own brings its lists to choose from for narrow screens, which are
 * as much code as a page: here the buttons wrap instead.
 */
export const SegmentedControl = ({ label, selectedId, options, onChange }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself around them
  <div className="segments" role="group" aria-label={label}>
    {options.map(({ id, text, iconName }) => (
      <button
        key={id}
        type="button"
        aria-pressed={id === selectedId}
        onClick={() => onChange({ detail: { selectedId: id } })}
      >
        {iconName !== undefined && <Icon name={iconName} />} {text}
      </button>
    ))}
  </div>
);
