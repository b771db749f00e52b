import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { type ReactElement, type ReactNode, useId, useState } from "react";

const useStyles = makeStyles({
  header: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "start",
    paddingInline: "4px",
    fontWeight: "normal",
    overflowWrap: "anywhere",
  },
  panel: { paddingInline: "12px" },
});

interface DisclosureProps {
  readonly label: string;
  /** Shown in place of the arrow. */
  readonly icon?: ReactElement;
  readonly children: ReactNode;
}

/** Details behind a button that says what they are. Lighter than Fluent's Accordion: the first paint holds it. */
export function Disclosure({ label, icon, children }: DisclosureProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button
        appearance="transparent"
        className={styles.header}
        icon={icon ?? (isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />)}
        aria-expanded={isOpen}
        {...(isOpen && { "aria-controls": id })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          {children}
        </div>
      )}
    </div>
  );
}
