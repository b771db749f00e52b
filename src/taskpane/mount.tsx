import { createDOMRenderer, FluentProvider, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { lightTheme } from "./theme";

/** Draws the pane in `#root`. Its styles carry the page's nonce, which the Content-Security-Policy asks for. */
export function mountPane(): void {
  const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.nonce ?? "";
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  createRoot(document.getElementById("root")!).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={lightTheme}>
        <h1>Vigie</h1>
      </FluentProvider>
    </RendererProvider>,
  );
}
