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
import type { Failure } from "../../sales/failure";

/** Problems shown at once: more help nobody, and a mended one makes room for the next. */
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

interface CellProblemsProps {
  readonly problems: readonly { readonly address: string; readonly cause: Failure }[];
  /** False while nothing is to be told, whatever the problems. */
  readonly isShown?: boolean;
  readonly words: {
    readonly count: string;
    readonly hint: string;
    readonly list: string;
    readonly more: (rows: number) => string;
  };
  readonly reasonOf: (cause: Failure) => string;
  readonly onShow: (address: string) => void;
}

/**
 * The wrong cells of a kept table: their number, and on demand each with its fault. The count is a live region that is
 * always in the page, because screen readers announce changes of an existing region only.
 */
export function CellProblems({ problems, isShown = true, words, reasonOf, onShow }: CellProblemsProps) {
  const styles = useStyles();
  const isTold = problems.length > 0 && isShown;
  const more = problems.length - MOST_SHOWN;
  return (
    <>
      <div aria-live="polite" className={styles.onlyHeard}>
        {isTold && words.count}
      </div>
      {isTold && (
        <Accordion collapsible className={styles.frame}>
          <AccordionItem value="problems">
            <AccordionHeader icon={<WarningFilled className={styles.icon} />}>{words.count}</AccordionHeader>
            <AccordionPanel>
              <Text size={200} className={styles.hint}>
                {words.hint}
              </Text>
              <ul className={styles.rows} aria-label={words.list}>
                {problems.slice(0, MOST_SHOWN).map(({ address, cause }) => (
                  <li key={`${address} ${cause.code}`} className={styles.row}>
                    <Link as="button" onClick={() => onShow(address)}>
                      {address}
                    </Link>
                    <Text block size={200}>
                      {reasonOf(cause)}
                    </Text>
                  </li>
                ))}
              </ul>
              {more > 0 && <Text size={200}>{words.more(more)}</Text>}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </>
  );
}
