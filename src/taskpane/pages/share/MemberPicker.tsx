import { Button, Checkbox, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTexts } from "../../context";

/** From that many names on one may want to search. */
const MANY = 10;

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  names: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "220px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // A name of 255 characters must not push the others away.
  name: {
    display: "-webkit-box",
    overflow: "hidden",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    overflowWrap: "anywhere",
  },
});

interface MemberPickerProps {
  readonly label: string;
  readonly members: readonly string[];
  readonly ticked: readonly string[];
  readonly onTick: (names: readonly string[]) => void;
}

/** Names to tick, in their own order; all or none at once, and searched where they are many. */
export function MemberPicker({ label, members, ticked, onTick }: MemberPickerProps) {
  const styles = useStyles();
  const { t } = useTranslation("share");
  const { formats } = useTexts();
  const [sought, setSought] = useState("");
  const chosen = new Set(ticked);
  const found = members.filter((name) => folded(name).includes(folded(sought)));
  const tick = (names: readonly string[], isTicked: boolean) => {
    const touched = new Set(names);
    onTick(members.filter((name) => (touched.has(name) ? isTicked : chosen.has(name))));
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.head}>
        <Text size={200} aria-live="polite">
          {t("members.count", { chosen: formats.count(ticked.length), total: formats.count(members.length) })}
        </Text>
        <Button size="small" appearance="subtle" onClick={() => tick(found, true)}>
          {t("members.all")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => tick(found, false)}>
          {t("members.none")}
        </Button>
      </div>
      {members.length > MANY && (
        <Input
          type="search"
          size="small"
          aria-label={`${t("members.find")} : ${label}`}
          placeholder={t("members.find")}
          contentBefore={<SearchRegular />}
          value={sought}
          onChange={(_, { value }) => setSought(value)}
        />
      )}
      <div className={styles.names}>
        {found.map((name) => (
          <Checkbox
            key={name}
            checked={chosen.has(name)}
            label={
              <span className={styles.name}>
                <bdi>{name}</bdi>
              </span>
            }
            onChange={(_, { checked }) => tick([name], checked === true)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Without case and accents. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
