import { Button, type ButtonProps } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";

interface DismissButtonProps {
  /** The name of the dismissed thing: read out, and shown as a tooltip. */
  readonly label: string;
  readonly appearance: ButtonProps["appearance"];
  readonly size?: ButtonProps["size"];
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** The cross that takes something away. The browser shows its name: Fluent's own tooltip weighs 12 KB. */
export const DismissButton = ({ label, isDisabled = false, ...rest }: DismissButtonProps) => (
  <Button {...rest} icon={<DismissRegular />} aria-label={label} title={label} disabled={isDisabled} />
);
