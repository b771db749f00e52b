/** False where the pane cannot hand files to the person: WKWebView, in Excel for Mac, drops them silently. */
export const canSaveFiles = (): boolean =>
  typeof Office === "undefined" || Office.context.platform !== Office.PlatformType.Mac;
