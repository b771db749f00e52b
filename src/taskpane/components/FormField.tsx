import { Field, Input } from "@fluentui/react-components";
import { useTexts } from "../context";
import type { FieldValues, SourceField } from "../gatewayClient";
import type { FieldFault } from "../screens/connectionForm";
import { FilePicker } from "./FilePicker";

const INPUT_TYPES = { text: "text", secret: "password", url: "url" } as const;

interface FormFieldProps {
  readonly field: SourceField;
  readonly value: FieldValues[string] | undefined;
  readonly fault: FieldFault | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (value: FieldValues[string]) => void;
}

/** One field of a source's connection form, by its kind. */
export function FormField({ field, value, fault, isDisabled, onChange }: FormFieldProps) {
  const { t, text } = useTexts();
  const label = text(field.label);
  return (
    <Field
      label={field.optional ? t("connect.optional", { label }) : label}
      validationMessage={fault && t(`connect.${fault}`)}
    >
      {field.kind === "files" ? (
        <FilePicker
          files={typeof value === "object" ? value : []}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      ) : (
        <Input
          type={INPUT_TYPES[field.kind]}
          value={typeof value === "string" ? value : ""}
          disabled={isDisabled}
          autoComplete={field.kind === "secret" ? "off" : undefined}
          data-field={field.name}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
}
