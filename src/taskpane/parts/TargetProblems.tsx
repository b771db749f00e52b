import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons";
import { usePane, usePaneState, useTexts } from "../context";
import { targetReason } from "../targetReason";

/** More at once help nobody: what is mended makes place for the next. */
const MOST_SHOWN = 50;

const useStyles = makeStyles({
  frame: {
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  icon: { color: tokens.colorStatusWarningForeground1 },
  rows: { margin: "0 0 8px", paddingInlineStart: "16px" },
  row: { paddingBlock: "4px", overflowWrap: "anywhere" },
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

/**
 * Rows of the targets' sheet that are none: how many, and on demand each cell with what is wrong about it. The count
 * is also a living region that is always there, so that it is read out when it comes and changes.
 */
export function TargetProblems() {
  const styles = useStyles();
  const { effects } = usePane();
  const { targetProblems, activity } = usePaneState();
  const { t, formats, language } = useTexts();
  const count = t("targets.count", { rows: formats.count(targetProblems.length) });
  const isShown = targetProblems.length > 0 && activity !== "starting";
  const more = targetProblems.length - MOST_SHOWN;
  return (
    <>
      <div aria-live="polite" className={styles.onlyHeard}>
        {isShown && count}
      </div>
      {isShown && (
        <Accordion collapsible className={styles.frame}>
          <AccordionItem value="targets">
            <AccordionHeader icon={<WarningFilled className={styles.icon} />}>{count}</AccordionHeader>
            <AccordionPanel>
              <Text size={200} className={styles.hint}>
                {t("targets.hint")}
              </Text>
              <ul className={styles.rows} aria-label={t("targets.list")}>
                {targetProblems.slice(0, MOST_SHOWN).map(({ address, cause }) => (
                  <li key={address} className={styles.row}>
                    <Link as="button" onClick={() => void effects.showCell(address)}>
                      {address}
                    </Link>
                    <Text block size={200}>
                      {targetReason(cause, language)}
                    </Text>
                  </li>
                ))}
              </ul>
              {more > 0 && <Text size={200}>{t("targets.more", { rows: formats.count(more) })}</Text>}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </>
  );
}
