/** Put text on the clipboard; a browser may have none for us, or refuse. */
import { make } from "./dom.ts";

/** Whether it was copied. If not, the text stands marked behind `beside`, for the person to copy. */
export async function copied(text: string, beside: HTMLElement, label: string): Promise<boolean> {
  const field = beside.nextElementSibling instanceof HTMLTextAreaElement ? beside.nextElementSibling : null;
  try {
    await navigator.clipboard.writeText(text);
    field?.remove();
    return true;
  } catch {
    const shown = field ?? make("textarea", { class: "to-copy", readonly: "", rows: "3", "aria-label": label });
    shown.value = text;
    beside.after(shown);
    shown.focus();
    shown.select();
    return false;
  }
}
