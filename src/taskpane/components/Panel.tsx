import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentPropsWithoutRef } from "react";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
});

/** A framed group of texts and buttons. Lighter than Fluent's Card, whose whole surface can be selected. */
export function Panel({ className, ...rest }: ComponentPropsWithoutRef<"div">) {
  const styles = useStyles();
  return <div {...rest} className={mergeClasses(styles.panel, className)} />;
}
