import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { usePane, usePaneState, useTexts } from "../context";
import { PAGES } from "../pages";
import type { PageId } from "../state";

const useStyles = makeStyles({
  // Narrow panes show two rows of tabs rather than hide one.
  tabs: { flexWrap: "wrap", marginInline: "-8px" },
});

/** The way from page to page, once there is data to work with; out of the way while something is under way. */
export function Navigation() {
  const styles = useStyles();
  const { store } = usePane();
  const { activity, page, provenance } = usePaneState();
  const { t } = useTexts();
  if (!provenance || activity !== "idle") return null;
  const open = (opened: PageId) => store.dispatch({ type: "page-opened", page: opened });
  return (
    <TabList
      size="small"
      className={styles.tabs}
      aria-label={t("pages.label")}
      selectedValue={page}
      onTabSelect={(_event, { value }) => open(value as PageId)}
    >
      <Tab value="home">{t("pages.home")}</Tab>
      {PAGES.filter(({ id, isUnlisted }) => !isUnlisted || id === page).map(({ id, Mark }) => (
        <Tab key={id} value={id}>
          {t(`pages.${id}`)} {Mark && <Mark />}
        </Tab>
      ))}
    </TabList>
  );
}
