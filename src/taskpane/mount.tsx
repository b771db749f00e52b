import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createPaneTexts } from "../i18n";
import { App } from "./App";
import { type Pane, PaneProvider } from "./context";
import { darkTheme, lightTheme } from "./theme";

/**
 * Draws the pane in an element. Its styles carry the page's nonce, which the Content-Security-Policy asks for.
 * Returns what takes the pane away again.
 */
export function mountPane(element: HTMLElement, pane: Pane, isDark: boolean): () => void {
  const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.nonce ?? "";
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  document.documentElement.lang = pane.services.language;
  const root = createRoot(element);
  root.render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={isDark ? darkTheme : lightTheme}>
        <I18nextProvider i18n={createPaneTexts(pane.services.language)}>
          <PaneProvider value={pane}>
            <App />
          </PaneProvider>
        </I18nextProvider>
      </FluentProvider>
    </RendererProvider>,
  );
  return () => root.unmount();
}
