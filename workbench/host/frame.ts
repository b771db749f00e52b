import { frameName, hostInfo } from "./appContext";
import type { Host } from "./host";

export interface AttachedFrame {
  /** Loads the add-in's page anew, in a new conversation. */
  readonly reload: () => void;
  /** Ends the conversation; the frame keeps its page. */
  readonly detach: () => void;
}

/**
 * Puts an add-in's production page into a frame and answers its office.js. The page that holds the frame must be
 * https and of the add-in's hostname (any port), or office.js does not trust it.
 *
 * `addinUrl`: the task pane's address, absolute or relative to this page.
 */
export function attachFrame(
  host: Host,
  frame: HTMLIFrameElement,
  addinUrl: string,
  language = "fr-FR",
): AttachedFrame {
  const url = new URL(addinUrl, location.href);
  const target = url.origin;
  let detach = () => {};

  function load(): void {
    detach();
    // The library caches its settings by conversation: each load needs one of its own.
    const conversation = crypto.randomUUID();
    const connection = host.connect({ post: (json) => frame.contentWindow?.postMessage(json, target) });
    const hear = (event: MessageEvent) => {
      if (event.source === frame.contentWindow && event.origin === target)
        void connection.receive(event.data);
    };
    window.addEventListener("message", hear);
    detach = () => {
      window.removeEventListener("message", hear);
      connection.close();
    };
    // A frame takes its name when it is put into the page, not later: it is taken out for that.
    const { parentNode, nextSibling } = frame;
    frame.remove();
    frame.name = frameName(conversation, location.origin, language);
    const separator = url.search === "" ? "?" : "&";
    frame.src = `${url.origin}${url.pathname}${url.search}${separator}_host_Info=${hostInfo(language)}&v=${conversation}${url.hash}`;
    parentNode?.insertBefore(frame, nextSibling);
  }

  load();
  return { reload: load, detach: () => detach() };
}
