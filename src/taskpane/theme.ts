import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** Vigie's blue, from the night the beacon stands in to the sky around it. */
const vigie: BrandVariants = {
  10: "#02060A",
  20: "#0A1B25",
  30: "#0B2B3B",
  40: "#0E3A4F",
  50: "#114962",
  60: "#155876",
  70: "#1A688A",
  80: "#1F789F",
  90: "#3786AB",
  100: "#4F95B6",
  110: "#67A4C1",
  120: "#7FB3CC",
  130: "#98C2D6",
  140: "#B1D1E1",
  150: "#CAE1EB",
  160: "#E4F0F6",
};

export const lightTheme: Theme = createLightTheme(vigie);

export const darkTheme: Theme = {
  ...createDarkTheme(vigie),
  colorBrandForeground1: vigie[120],
  colorBrandForeground2: vigie[130],
};
