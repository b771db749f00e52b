/**
 * Copies a text field's content. Excel on the web gives the pane's frame no right to the clipboard: the field's text is
 * then selected and copied by `execCommand`. False where that is refused too; the text stays selected for Ctrl+C.
 */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return copySelection();
  }
}

function copySelection(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
