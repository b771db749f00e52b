import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** Draws the PNG icons that the manifest names from the SVG marks in `assets/`. Run by hand when a mark changes. */
const ICONS: readonly { readonly mark: string; readonly name: string; readonly sizes: readonly number[] }[] =
  [
    { mark: "vigie-small.svg", name: "icon", sizes: [16] },
    { mark: "vigie.svg", name: "icon", sizes: [32, 64, 80, 128] },
    { mark: "refresh.svg", name: "refresh", sizes: [16, 32, 80] },
  ];

const assets = join(__dirname, "..", "assets");

async function drawIcons(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    for (const { mark, name, sizes } of ICONS) {
      const svg = await readFile(join(assets, mark), "utf8");
      for (const size of sizes) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
        );
        await writeFile(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
      }
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
