import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { Disclosure } from "./Disclosure";

const useStyles = makeStyles({
  frame: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  icon: { color: tokens.colorStatusWarningForeground1 },
  onlyHeard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  hint: { display: "block", paddingBottom: "8px" },
});

interface AttentionProps {
  readonly isShown: boolean;
  /** The heading: the problem and how many there are. */
  readonly count: string;
  /** The meaning, and the remedy. */
  readonly hint: string;
  /** The details, seen on demand. */
  readonly children: ReactNode;
}

/**
 * Something in the workbook that waits for the person, with its details on demand. The count is also a living region
 * that is always there, so that it is read out when it comes and changes.
 */
export function Attention({ isShown, count, hint, children }: AttentionProps) {
  const styles = useStyles();
  return (
    <>
      <div aria-live="polite" className={styles.onlyHeard}>
        {isShown && count}
      </div>
      {isShown && (
        <div className={styles.frame}>
          <Disclosure label={count} icon={<WarningFilled className={styles.icon} />}>
            <Text size={200} className={styles.hint}>
              {hint}
            </Text>
            {children}
          </Disclosure>
        </div>
      )}
    </>
  );
}
